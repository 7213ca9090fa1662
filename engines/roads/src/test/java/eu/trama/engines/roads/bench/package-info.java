/// Measurements, each a main method; docs/engines/roads.md says how to run them.
@NullMarked
package eu.trama.engines.roads.bench;

import org.jspecify.annotations.NullMarked;
