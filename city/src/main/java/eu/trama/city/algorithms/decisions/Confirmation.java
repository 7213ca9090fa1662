package eu.trama.city.algorithms.decisions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What a human made of a proposal.
///
/// @param person id of the human
/// @param outcome that holds from then on
/// @param reason why it differs from the proposal; empty where it does not, or is sealed for good
public record Confirmation(
    String person, Instant at, String outcome, Optional<String> reason, UUID ledger) {}
