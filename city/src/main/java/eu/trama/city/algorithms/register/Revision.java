package eu.trama.city.algorithms.register;

import java.time.Instant;

/// One writing of a record: who, when, in which role, and what it said then.
///
/// @param person id
public record Revision(
    int number, Instant at, String person, String role, AlgorithmRecord record) {}
