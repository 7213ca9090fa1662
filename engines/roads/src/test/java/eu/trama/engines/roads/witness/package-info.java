/// The engine against searches and programs that share no code with it.
@NullMarked
package eu.trama.engines.roads.witness;

import org.jspecify.annotations.NullMarked;
