package eu.trama.city.algorithms;

import java.time.Instant;

/// Leave to act on people, for one use.
///
/// @param system whose it is
/// @param version hash of the code that it is for
/// @param risk class that was signed
/// @param humanConfirms whether a human must confirm each decision before it has effect
/// @param at when it was given; ask anew for the next use
public record Permit(
    SystemId system, String version, RiskClass risk, boolean humanConfirms, Instant at) {}
