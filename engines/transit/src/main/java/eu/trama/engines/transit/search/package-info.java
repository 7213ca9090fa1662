/// Every departure of a window searched at once, and what is within reach.
@NullMarked
package eu.trama.engines.transit.search;

import org.jspecify.annotations.NullMarked;
