/// The register: what is recorded of each system, who changed it and when, its state, and the
/// standards in which other registers speak.
@NullMarked
package eu.trama.city.algorithms.register;

import org.jspecify.annotations.NullMarked;
