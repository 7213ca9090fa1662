package eu.trama.city.twin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A policy to be tried: a named branch on a snapshot of a city, with edits in order.
///
/// @param id hard to guess: who has the link may read it, run it and branch it, and edit it where
///   it is nobody's
/// @param base what it branches from; later imports do not change it
/// @param parent the scenario from which this one was branched, if any
/// @param edits those in force; undone ones are not among them
/// @param undone how many steps could be made again
/// @param owner id of the person whose it is, the only one who may edit it; null where a visitor
///   made it
public record Scenario(
    String id,
    String city,
    String name,
    String description,
    AsOf base,
    @Nullable String parent,
    Instant createdAt,
    List<Edit> edits,
    int undone,
    @Nullable String owner) {

  public Scenario {
    edits = List.copyOf(edits);
  }

  public Snapshot snapshot() {
    return new Snapshot(city, base);
  }
}
