/// What tags mean: who may use a street or pass a point, in which direction and how fast. The
/// tables are resources beside this package, each with its source.
@NullMarked
package eu.trama.engines.roads.rules;

import org.jspecify.annotations.NullMarked;
