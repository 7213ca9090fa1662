package eu.trama.city.algorithms.stages;

import eu.trama.city.identity.Role;
import java.time.Instant;

/// Somebody's word that a gate is passed.
///
/// @param person id of who signed
/// @param version hash of the code that it was signed for; empty before there was any
public record Signature(
    String gate, String person, Role role, String version, Evidence evidence, Instant at) {}
