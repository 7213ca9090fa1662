package eu.trama.city.transportcard.rule;

import java.util.List;
import java.util.Optional;

/// The most income with which a household gets a card, by number of members.
///
/// @param free cents a year; the first is for one member
/// @param reduced the same for the reduced card
/// @param source who published them
/// @param href where
public record Thresholds(List<Long> free, List<Long> reduced, String source, String href) {

  public Thresholds {
    free = List.copyOf(free);
    reduced = List.copyOf(reduced);
    if (free.isEmpty() || free.size() != reduced.size()) {
      throw new IllegalArgumentException("both cards need a threshold for each size of household");
    }
  }

  /// The largest household of which the source says something.
  public int mostMembers() {
    return free.size();
  }

  public Optional<Long> free(int members) {
    return at(free, members);
  }

  public Optional<Long> reduced(int members) {
    return at(reduced, members);
  }

  private static Optional<Long> at(List<Long> list, int members) {
    return members > list.size() ? Optional.empty() : Optional.of(list.get(members - 1));
  }
}
