package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.Comparison;
import eu.trama.city.twin.pages.Sorting;
import eu.trama.city.twin.pages.Wording;
import eu.trama.city.twin.pages.ZoneFigure;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.util.Comparator;
import java.util.List;

/// The table of what changes, in the order that a visitor chose by its headings.
record ChangeSorting(String way, String sort, String order) {

  private static final String NAME = "name";

  DataTable table(Wording wording, Comparison comparison, IndicatorChoice choice, int decimals) {
    var sorting = new Sorting(way, sort, order);
    Comparator<Comparison.Row> comparator = comparator(wording);
    var rows =
        comparison.rows().stream()
            .sorted(sorting.ascending(NAME) ? comparator : comparator.reversed())
            .map(row -> row(wording, row, decimals))
            .toList();
    return new DataTable(
        "changes",
        wording.say("twin.compare.caption", choice.title()),
        List.of(
            sorting.column(Column.text(wording.say("twin.zone")), NAME, NAME),
            Column.number(wording.say("twin.compare.before")),
            Column.number(wording.say("twin.compare.after")),
            sorting.column(Column.number(wording.say("twin.compare.change")), "change", NAME),
            sorting.column(Column.number(wording.say("twin.compare.relative")), "relative", NAME),
            sorting.column(
                Column.number(wording.say("twin.figure.population")), "population", NAME),
            sorting.column(Column.number(wording.say("twin.figure.income")), "income", NAME)),
        rows,
        true);
  }

  private Comparator<Comparison.Row> comparator(Wording wording) {
    Comparator<Comparison.Row> byName =
        Comparator.comparing((Comparison.Row row) -> row.zone().name(), wording.words().collator())
            .thenComparing(row -> row.zone().id());
    Comparator<Comparison.Row> chosen =
        switch (sort) {
          case "change" -> Comparator.comparingDouble(Comparison.Row::change);
          case "relative" ->
              Comparator.comparingDouble(row -> row.relative().orElse(Double.NEGATIVE_INFINITY));
          case "population" ->
              Comparator.comparingDouble(row -> row.zone().population().orElse(-1));
          case "income" -> Comparator.comparingDouble(row -> row.zone().income().orElse(-1));
          default -> byName;
        };
    return chosen.thenComparing(byName);
  }

  private static Row row(Wording wording, Comparison.Row row, int decimals) {
    var words = wording.words();
    return new Row(
        row.zone().id(),
        "",
        List.of(
            row.zone().name(),
            words.number(row.before(), decimals),
            words.number(row.after(), decimals),
            words.signed(row.change(), decimals),
            row.relative().isPresent()
                ? words.signed(row.relative().getAsDouble() * 100, 1) + " %"
                : Wording.NONE,
            ZoneFigure.POPULATION.shown(row.zone(), wording),
            ZoneFigure.INCOME.shown(row.zone(), wording)));
  }
}
