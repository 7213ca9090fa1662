/// The stages of an algorithmic system's life and the gates between them, as a state machine
/// without store, clock or pages: [LifeCycle] decides what an [Action] of an [Actor] does to a
/// [Dossier], and whether a system may run. The gates are data, read by [ProtocolReader].
@NullMarked
package eu.trama.city.algorithms.stages;

import org.jspecify.annotations.NullMarked;
