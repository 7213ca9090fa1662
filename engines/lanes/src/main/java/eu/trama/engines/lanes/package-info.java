/// Rows of 64 lanes: what a batch of 64 searches does to all of them at once.
@NullMarked
package eu.trama.engines.lanes;

import org.jspecify.annotations.NullMarked;
