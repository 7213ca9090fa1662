package eu.trama.city.algorithms.screening;

import java.time.LocalDate;

/// What a screening concluded about a system.
///
/// @param today whether the questions are still those that were answered
public record Screened(
    ScreeningView view, String risk, LocalDate on, String version, String hash, boolean today) {}
