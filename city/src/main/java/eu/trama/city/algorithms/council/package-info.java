/// The advisory council: its seats, sessions, minutes and votes. Its opinion is evidence for a
/// gate.
@NullMarked
package eu.trama.city.algorithms.council;

import org.jspecify.annotations.NullMarked;
