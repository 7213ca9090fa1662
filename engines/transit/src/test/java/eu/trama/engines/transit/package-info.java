@NullMarked
package eu.trama.engines.transit;

import org.jspecify.annotations.NullMarked;
