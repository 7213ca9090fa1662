/// A graph in a file of its own that is mapped rather than read.
@NullMarked
package eu.trama.engines.roads.file;

import org.jspecify.annotations.NullMarked;
