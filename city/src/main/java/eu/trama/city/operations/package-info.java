/// What operators need of a running server: clear answers while something is broken, health,
/// figures, and its way in from a network.
@NullMarked
package eu.trama.city.operations;

import org.jspecify.annotations.NullMarked;
