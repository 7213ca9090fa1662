/// Small towns drawn in the test, one lesson each, in the order in which they are best read.
@NullMarked
package eu.trama.engines.roads.examples;

import org.jspecify.annotations.NullMarked;
