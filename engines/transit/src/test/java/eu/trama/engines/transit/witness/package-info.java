@NullMarked
package eu.trama.engines.transit.witness;

import org.jspecify.annotations.NullMarked;
