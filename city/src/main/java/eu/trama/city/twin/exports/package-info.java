/// Layers as files that other programs read, written as they come, whatever their size.
@NullMarked
package eu.trama.city.twin.exports;

import org.jspecify.annotations.NullMarked;
