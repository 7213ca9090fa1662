package eu.trama.city.algorithms.register;

import eu.trama.city.algorithms.stages.Fact;
import java.time.Instant;
import java.util.Optional;

/// Something that happened to a system, and by whom.
///
/// @param person id; only the people of the register see it
/// @param role in which it was done, for everybody
/// @param kind of [Fact], or `published`
/// @param fact empty where it changes nothing of the state
public record Event(
    String system,
    int seq,
    Instant at,
    String person,
    String role,
    String kind,
    Optional<Fact> fact) {}
