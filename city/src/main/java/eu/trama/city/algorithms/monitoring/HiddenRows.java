package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.decisions.SmallCells;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Which groups of a table are hidden, so that nobody is known by a figure.
///
/// A row is shown whole or not at all, since a share and the number of its cases give away each
/// count. A row with a count of 1 to 4 is hidden. Where the totals of the columns are known (they
/// follow from another attribute's table, or from the counts over everybody), the rows hidden
/// together can be worked out as a sum: so the least of the shown rows is hidden, too, until at
/// least two are and no count of their sum is of 1 to 4, or none is left.
final class HiddenRows {

  private HiddenRows() {}

  /// @param rows counts, as many in each
  /// @return places of the rows that are hidden
  static Set<Integer> of(List<List<Long>> rows) {
    var hidden = new HashSet<Integer>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).stream().anyMatch(SmallCells::few)) {
        hidden.add(i);
      }
    }
    while (!hidden.isEmpty() && hidden.size() < rows.size() && tells(rows, hidden)) {
      hidden.add(
          IntStream.range(0, rows.size())
              .filter(i -> !hidden.contains(i))
              .boxed()
              .min(java.util.Comparator.comparingLong(i -> weight(rows.get(i))))
              .orElseThrow());
    }
    return Set.copyOf(hidden);
  }

  private static boolean tells(List<List<Long>> rows, Set<Integer> hidden) {
    long inhabited = hidden.stream().filter(i -> sum(rows.get(i)) > 0).count();
    return inhabited < 2
        || IntStream.range(0, rows.getFirst().size())
            .mapToLong(column -> hidden.stream().mapToLong(i -> rows.get(i).get(column)).sum())
            .anyMatch(SmallCells::few);
  }

  /// A row of nobody hides nothing, and so comes last.
  private static long weight(List<Long> row) {
    return sum(row) == 0 ? Long.MAX_VALUE : sum(row);
  }

  private static long sum(List<Long> row) {
    return row.stream().mapToLong(Long::longValue).sum();
  }
}
