package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.Monitored;
import eu.trama.city.algorithms.monitoring.Tally.Source;
import eu.trama.city.algorithms.monitoring.figures.Histogram;
import eu.trama.city.algorithms.monitoring.figures.Share;
import eu.trama.city.twin.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What was counted of a system in a month.
///
/// @param bins of each input, how many fell into which
record Counts(
    Month month, List<Decided> decided, List<Known> known, Map<String, Map<Integer, Long>> bins) {

  private static final int SHORT = 8;

  record Decided(String attribute, String group, String outcome, long n) {}

  record Known(
      Source source,
      String attribute,
      String group,
      String decided,
      String truth,
      boolean changed,
      long n) {}

  /// What the system concluded about a group.
  ///
  /// @param favoured in the person's favour
  /// @param handed left to a human, in no share
  record Outcomes(long favoured, long refused, long handed) {

    long all() {
      return favoured + refused + handed;
    }

    List<Long> cells() {
      return List.of(favoured, refused, handed);
    }

    /// The selection rate; empty where nothing was decided.
    Optional<Share> selected() {
      return share(favoured, refused);
    }
  }

  /// How the system's conclusions about a group compare with what was found to be right.
  record Errors(
      long rightlyFavoured, long wronglyFavoured, long rightlyRefused, long wronglyRefused) {

    long all() {
      return rightlyFavoured + wronglyFavoured + rightlyRefused + wronglyRefused;
    }

    List<Long> cells() {
      return List.of(rightlyFavoured, wronglyFavoured, rightlyRefused, wronglyRefused);
    }

    /// Of those to whom it was not due, how many got it.
    Optional<Share> falsePositive() {
      return share(wronglyFavoured, rightlyRefused);
    }

    /// Of those to whom it was due, how many were refused.
    Optional<Share> falseNegative() {
      return share(wronglyRefused, rightlyFavoured);
    }

    /// Of those who got it, how many were due it.
    Optional<Share> rightAmongFavoured() {
      return share(rightlyFavoured, wronglyFavoured);
    }

    /// Of those who were refused, how many were not due it.
    Optional<Share> rightAmongRefused() {
      return share(rightlyRefused, wronglyRefused);
    }
  }

  private static Optional<Share> share(long hits, long others) {
    return hits + others == 0 ? Optional.empty() : Optional.of(new Share(hits, hits + others));
  }

  Outcomes outcomes(Monitored counted, String attribute, String group) {
    long favoured = 0;
    long refused = 0;
    long handed = 0;
    for (Decided each : decided) {
      if (each.attribute().equals(attribute) && each.group().equals(group)) {
        Optional<Boolean> favours = counted.favours(each.outcome());
        favoured += favours.isPresent() && favours.get() ? each.n() : 0;
        refused += favours.isPresent() && !favours.get() ? each.n() : 0;
        handed += favours.isEmpty() ? each.n() : 0;
      }
    }
    return new Outcomes(favoured, refused, handed);
  }

  /// Cases that either leaves to a human are in none of the four.
  Errors errors(Monitored counted, String attribute, String group) {
    return errors(counted, attribute, group, outcome -> true);
  }

  /// The same of one conclusion alone: how often it was right is its calibration.
  Errors errors(Monitored counted, String attribute, String group, Predicate<String> concluded) {
    long[] cells = new long[4];
    for (Known each : known) {
      if (each.source() == Source.SAMPLE
          && each.attribute().equals(attribute)
          && each.group().equals(group)
          && concluded.test(each.decided())) {
        Optional<Boolean> got = counted.favours(each.decided());
        Optional<Boolean> due = counted.favours(each.truth());
        if (got.isPresent() && due.isPresent()) {
          cells[(got.get() ? 0 : 2) + (got.get().equals(due.get()) ? 0 : 1)] += each.n();
        }
      }
    }
    return new Errors(cells[0], cells[1], cells[2], cells[3]);
  }

  /// Objections of everybody that changed something, of those answered.
  Optional<Share> upheld() {
    long changed = 0;
    long same = 0;
    for (Known each : known) {
      if (each.source() == Source.OBJECTION && each.attribute().equals(Tally.EVERYBODY)) {
        changed += each.changed() ? each.n() : 0;
        same += each.changed() ? 0 : each.n();
      }
    }
    return share(changed, same);
  }

  /// All cases of the month.
  long cases() {
    return decided.stream()
        .filter(each -> each.attribute().equals(Tally.EVERYBODY))
        .mapToLong(Decided::n)
        .sum();
  }

  /// Names the bins of an input in the store: other edges are another series.
  static String series(Monitored.Input input) {
    return input.key() + "-" + Digest.hex(input.edges().toString()).substring(0, SHORT);
  }

  Histogram histogram(Monitored.Input input) {
    Map<Integer, Long> of = bins.getOrDefault(series(input), Map.of());
    var counts = new ArrayList<Long>();
    for (int bin = 0; bin < input.bins(); bin++) {
      counts.add(of.getOrDefault(bin, 0L));
    }
    return new Histogram(counts);
  }
}
