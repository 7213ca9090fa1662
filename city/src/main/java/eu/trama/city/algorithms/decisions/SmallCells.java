package eu.trama.city.algorithms.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Hides counts of so few people that somebody might be known by them.
///
/// A count of 1 to 4 is hidden. Where the total is known, one hidden count alone could be worked
/// out from the others: then the least of the others is hidden, too (secondary suppression).
public final class SmallCells {

  /// Cells under 5 people are not shown.
  public static final int LEAST = 5;

  private SmallCells() {}

  /// The parts of a total that is shown; empty where a part is hidden.
  public static List<OptionalLong> shown(List<Long> parts) {
    var hidden = new ArrayList<Integer>();
    for (int i = 0; i < parts.size(); i++) {
      if (few(parts.get(i))) {
        hidden.add(i);
      }
    }
    if (hidden.size() == 1) {
      int least = -1;
      for (int i = 0; i < parts.size(); i++) {
        if (i != hidden.getFirst() && (least < 0 || better(parts, i, least))) {
          least = i;
        }
      }
      if (least >= 0) {
        hidden.add(least);
      }
    }
    var shown = new ArrayList<OptionalLong>();
    for (int i = 0; i < parts.size(); i++) {
      shown.add(hidden.contains(i) ? OptionalLong.empty() : OptionalLong.of(parts.get(i)));
    }
    return List.copyOf(shown);
  }

  /// The total itself, unless it is of a few.
  public static OptionalLong shown(long total) {
    return few(total) ? OptionalLong.empty() : OptionalLong.of(total);
  }

  /// Whether somebody might be known by a count.
  public static boolean few(long count) {
    return count > 0 && count < LEAST;
  }

  /// A count of nobody hides nothing, so that the least of the others comes first.
  private static boolean better(List<Long> parts, int one, int other) {
    long a = parts.get(one) == 0 ? Long.MAX_VALUE : parts.get(one);
    long b = parts.get(other) == 0 ? Long.MAX_VALUE : parts.get(other);
    return a < b;
  }
}
