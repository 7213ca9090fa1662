/// A graph of streets in primitive columns: built from OpenStreetMap or from plain lines, and the
/// networks of each mode on it.
@NullMarked
package eu.trama.engines.roads.graph;

import org.jspecify.annotations.NullMarked;
