/// The standards in which other registers speak, out and in.
@NullMarked
package eu.trama.city.algorithms.exchange;

import org.jspecify.annotations.NullMarked;
