package eu.trama.city.web.error;

import java.util.Optional;

/// What the error page says.
///
/// @param incident number of the log entry, for faults of ours
public record Failure(int status, String what, String next, Optional<String> incident) {}
