package eu.trama.city.algorithms.council;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A session of the council.
///
/// @param closed when it was closed; until then members vote
/// @param seats of the council; at its closing once it is closed
public record Session(
    long id,
    LocalDate held,
    String place,
    String minutes,
    Optional<Instant> closed,
    int seats,
    List<Item> items) {

  /// A system on the agenda.
  ///
  /// @param version hash of the code that the question is about
  /// @param votes by id of the member
  public record Item(String system, String version, String question, Map<String, Vote> votes) {}

  public Ballot ballot(Item item) {
    return Ballot.of(seats, present(), item.votes().values());
  }

  private int present() {
    return (int)
        items.stream().flatMap(i -> Stream.of(i.votes().keySet().toArray())).distinct().count();
  }
}
