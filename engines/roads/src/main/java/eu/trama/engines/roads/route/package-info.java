/// Searches on a graph: who is within reach, and how one gets from here to there.
@NullMarked
package eu.trama.engines.roads.route;

import org.jspecify.annotations.NullMarked;
