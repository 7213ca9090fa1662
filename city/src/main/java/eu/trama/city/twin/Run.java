package eu.trama.city.twin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A computation of a model on a city, named by the hash of everything that goes into it.
///
/// @param id SHA-256 of `request`, hexadecimal
/// @param request canonical JSON: model, version, code hash, city, data fingerprint, changes,
///   parameters
/// @param snapshot where that data can be read
/// @param scenario the scenario it was first asked for; null for the city as it is
/// @param progress from 0 to 1
/// @param failure why it failed, for a person; empty otherwise
/// @param resultSha256 hash of the result's bytes; null until done
/// @param askedBy id of the person who asked first; null where only visitors did
public record Run(
    String id,
    Snapshot snapshot,
    @Nullable String scenario,
    String model,
    String request,
    State state,
    double progress,
    String stage,
    String failure,
    Instant requestedAt,
    @Nullable Instant finishedAt,
    @Nullable String resultSha256,
    @Nullable RunCost cost,
    @Nullable String askedBy) {

  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    public boolean ended() {
      return this == DONE || this == FAILED || this == CANCELLED;
    }
  }

  /// Enough of the id to tell runs apart on a page.
  public String shortId() {
    return id.substring(0, 12);
  }
}
