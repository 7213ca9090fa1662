package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.Comparison;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.RunCost;
import eu.trama.city.twin.pages.Wording;
import eu.trama.city.twin.pages.ZonePage.Fact;
import eu.trama.city.web.chart.BarChart;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Parts that pages about results share: the distribution over income, and what a run cost.
public final class ResultParts {

  private ResultParts() {}

  /// @param changes whether the bars are changes and carry a sign
  public static Optional<BarChart> fifths(
      Wording wording,
      String id,
      String title,
      Comparison comparison,
      boolean changes,
      int decimals) {
    if (comparison.groups().isEmpty()) {
      return Optional.empty();
    }
    var words = wording.words();
    return Optional.of(
        new BarChart(
            id,
            title,
            comparison.groups().stream()
                .map(group -> {
                  double value = changes ? group.change() : group.after();
                  return new BarChart.Bar(
                      wording.say("twin.fifth." + group.number()),
                      value,
                      changes ? words.signed(value, decimals) : words.number(value, decimals),
                      "");
                })
                .toList()));
  }

  /// @param both whether before and after differ and both are shown
  public static DataTable fifthsTable(
      Wording wording, String id, Comparison comparison, boolean both, int decimals) {
    var columns = new ArrayList<Column>();
    columns.add(Column.text(wording.say("twin.fifth")));
    columns.add(Column.number(wording.say("twin.fifth.income")));
    columns.add(Column.number(wording.say("twin.figure.population")));
    if (both) {
      columns.add(Column.number(wording.say("twin.compare.before")));
      columns.add(Column.number(wording.say("twin.compare.after")));
      columns.add(Column.number(wording.say("twin.compare.change")));
    } else {
      columns.add(Column.number(wording.say("twin.value")));
    }
    var rows =
        comparison.groups().stream().map(group -> row(wording, group, both, decimals)).toList();
    return new DataTable(id, wording.say("twin.fifths.caption"), columns, rows, false);
  }

  private static Row row(Wording wording, Comparison.Group group, boolean both, int decimals) {
    var words = wording.words();
    var cells = new ArrayList<String>();
    cells.add(wording.say("twin.fifth." + group.number()));
    cells.add(incomes(wording, group));
    cells.add(words.number(group.people(), 0));
    if (both) {
      cells.add(words.number(group.before(), decimals));
    }
    cells.add(words.number(group.after(), decimals));
    if (both) {
      cells.add(words.signed(group.change(), decimals));
    }
    return new Row("", "", cells);
  }

  /// The lowest and the highest income of a group's zones.
  static String incomes(Wording wording, Comparison.Group group) {
    return wording.money(OptionalDouble.of(group.least()))
        + " – "
        + wording.money(OptionalDouble.of(group.most()));
  }

  static List<Fact> cost(Wording wording, Run run) {
    RunCost cost = run.cost();
    if (cost == null) {
      return List.of();
    }
    var words = wording.words();
    return List.of(
        new Fact(
            wording.say("twin.cost.cpu"),
            wording.say("twin.seconds", words.number(cost.cpuSeconds(), 2))),
        new Fact(
            wording.say("twin.cost.wall"),
            wording.say("twin.seconds", words.number(cost.wallSeconds(), 2))),
        new Fact(
            wording.say("twin.cost.memory"),
            wording.say("twin.megabytes", words.number(cost.peakBytes() / 1e6, 0))),
        new Fact(
            wording.say("twin.cost.energy"),
            wording.say(
                "twin.joules",
                words.number(cost.joules(), 0),
                words.number(cost.joules() / 3600, 3))));
  }

  static String formula(Wording wording) {
    return wording.say(
        "twin.cost.formula",
        wording.words().number(RunCost.WATT_PER_CORE, 0),
        wording.words().number(RunCost.WATT_PER_GIGABYTE, 4),
        wording.words().number(RunCost.PUE, 2));
  }
}
