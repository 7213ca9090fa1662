package eu.trama.city.algorithms;

import java.time.Instant;
import java.util.Optional;

/// What a piece of evidence says now.
///
/// @param madeBy id of the person who made it; several, parted by spaces, where several did
/// @param hash SHA-256 in hex of what was concluded and from what: another content has another hash
/// @param passed whether the conclusion lets the system go on
/// @param risk the class it finds, for evidence that classifies (a screening)
/// @param conclusion short and for programs, such as `level-2` or `high`
/// @param at when it was made
/// @param href page of this site that shows it; empty where there is none
public record EvidenceState(
    String madeBy,
    String hash,
    boolean passed,
    Optional<RiskClass> risk,
    String conclusion,
    Instant at,
    String href) {}
