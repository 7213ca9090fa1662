@NullMarked
package eu.trama.engines.transit.examples;

import org.jspecify.annotations.NullMarked;
