package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.SystemId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Something that went wrong with a system in operation.
///
/// @param firstSeverity as it was reported
/// @param role of who reported it, or `platform`
/// @param text what happened, without personal data
/// @param threshold that the platform found broken, where it reported it
/// @param steps what was done since, in order
public record Incident(
    UUID id,
    SystemId system,
    String firstSeverity,
    Instant noticed,
    Instant entered,
    String role,
    String text,
    Optional<String> threshold,
    List<Step> steps) {

  /// What may be done with one.
  public enum Kind {
    /// An auditor says how severe it is.
    RATED,
    /// The authority was told.
    REPORTED,
    /// It is settled.
    CLOSED;

    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// @param severity of a rating
  public record Step(Kind kind, Optional<String> severity, Instant at, String role, String text) {}

  /// As it was rated last.
  public String severity() {
    return steps.stream()
        .flatMap(s -> s.severity().stream())
        .reduce((before, after) -> after)
        .orElse(firstSeverity);
  }

  private boolean has(Kind kind) {
    return steps.stream().anyMatch(s -> s.kind() == kind);
  }

  public boolean closed() {
    return has(Kind.CLOSED);
  }

  public boolean reported() {
    return has(Kind.REPORTED);
  }

  /// `open`, `reported` or `closed`.
  public String state() {
    return closed() ? "closed" : reported() ? "reported" : "open";
  }

  /// When the authority must have been told; empty where no law says.
  public Optional<Instant> due(IncidentTerms terms) {
    return terms.due(severity(), noticed);
  }

  /// Whether the authority has not been told and should have been.
  public boolean overdue(IncidentTerms terms, Instant now) {
    return !closed() && !reported() && due(terms).filter(due -> !now.isBefore(due)).isPresent();
  }
}
