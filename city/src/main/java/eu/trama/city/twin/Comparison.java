package eu.trama.city.twin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// What a change does to zones: an indicator before and after, zone by zone, and over incomes.
///
/// @param rows one for every zone that has the indicator on both sides, in the order of the zones
/// @param groups the zones in five groups of about equal population, from lowest to highest income
/// @param before the mean over residents, each zone counting as many times as it has people
/// @param after likewise
public record Comparison(List<Row> rows, List<Group> groups, double before, double after) {

  private static final int GROUPS = 5;

  public record Row(Zone zone, double before, double after) {
    public double change() {
      return after - before;
    }

    /// Change as a part of the value before, 0.1 for ten in a hundred; empty where that was zero.
    public OptionalDouble relative() {
      return before == 0 ? OptionalDouble.empty() : OptionalDouble.of(change() / before);
    }
  }

  /// @param number from 1, lowest income, to 5
  /// @param people residents of its zones
  /// @param least lowest income of its zones
  /// @param most highest income of its zones
  /// @param before mean over its residents
  public record Group(
      int number, double people, double least, double most, double before, double after) {
    public double change() {
      return after - before;
    }
  }

  public static Comparison of(
      List<Zone> zones, Map<String, Double> before, Map<String, Double> after) {
    var rows = new ArrayList<Row>();
    for (Zone zone : zones) {
      Double one = before.get(zone.id());
      Double other = after.get(zone.id());
      if (one != null && other != null) {
        rows.add(new Row(zone, one, other));
      }
    }
    return new Comparison(
        List.copyOf(rows), groups(rows), mean(rows, Row::before), mean(rows, Row::after));
  }

  /// One side alone, compared with itself.
  public static Comparison of(List<Zone> zones, Map<String, Double> values) {
    return of(zones, values, values);
  }

  private static List<Group> groups(List<Row> rows) {
    List<Row> byIncome =
        rows.stream()
            .filter(row -> row.zone().income().isPresent() && row.zone().population().isPresent())
            .sorted(
                Comparator.comparingDouble((Row row) -> row.zone().income().getAsDouble())
                    .thenComparing(row -> row.zone().id()))
            .toList();
    double people = byIncome.stream().mapToDouble(Comparison::people).sum();
    var members = new ArrayList<List<Row>>();
    for (int i = 0; i < GROUPS; i++) {
      members.add(new ArrayList<>());
    }
    double below = 0;
    for (Row row : byIncome) {
      // A zone belongs to the group in which the middle of its people falls.
      double middle = (below + people(row) / 2) / people;
      members.get(Math.min(GROUPS - 1, (int) (middle * GROUPS))).add(row);
      below += people(row);
    }
    var groups = new ArrayList<Group>();
    for (int i = 0; i < GROUPS; i++) {
      if (!members.get(i).isEmpty()) {
        groups.add(group(i + 1, members.get(i)));
      }
    }
    return List.copyOf(groups);
  }

  private static Group group(int number, List<Row> rows) {
    return new Group(
        number,
        rows.stream().mapToDouble(Comparison::people).sum(),
        rows.getFirst().zone().income().orElseThrow(),
        rows.getLast().zone().income().orElseThrow(),
        mean(rows, Row::before),
        mean(rows, Row::after));
  }

  private static double mean(List<Row> rows, java.util.function.ToDoubleFunction<Row> value) {
    double people = 0;
    double sum = 0;
    for (Row row : rows) {
      people += people(row);
      sum += people(row) * value.applyAsDouble(row);
    }
    return people == 0 ? 0 : sum / people;
  }

  private static double people(Row row) {
    return row.zone().population().orElse(0);
  }
}
