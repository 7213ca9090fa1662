package eu.trama.city.algorithms.decisions;

import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.algorithms.SystemId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What a system concluded about a person, as it is kept.
///
/// @param version hash of the code that the permit was for
/// @param person id; empty once the person is forgotten
/// @param outcome what the system concluded; what holds is [Case#outcome]
/// @param humanConfirms whether it is a proposal until a human has confirmed it
/// @param replays the decision that it was made to check, after an objection
/// @param ledger entry of the city's ledger
public record Decision(
    UUID id,
    SystemId system,
    String version,
    RiskClass risk,
    Optional<String> person,
    Instant at,
    String outcome,
    boolean humanConfirms,
    Optional<UUID> replays,
    UUID ledger) {}
