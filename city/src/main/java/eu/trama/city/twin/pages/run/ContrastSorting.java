package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.Contrast;
import eu.trama.city.twin.pages.Sorting;
import eu.trama.city.twin.pages.Wording;
import eu.trama.city.twin.pages.ZoneFigure;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.util.Comparator;
import java.util.List;

/// The table of the zones of two cities, in the order that a visitor chose by its headings.
record ContrastSorting(String way, String sort, String order) {

  private static final String NAME = "name";

  /// @param cities how names, numbers and money are written in each
  DataTable table(List<Wording> cities, Contrast contrast, IndicatorChoice choice, int decimals) {
    Wording any = cities.getFirst();
    var sorting = new Sorting(way, sort, order);
    Comparator<Contrast.Row> comparator = comparator(any);
    var rows =
        contrast.rows().stream()
            .sorted(sorting.ascending(NAME) ? comparator : comparator.reversed())
            .map(row -> row(cities, row, decimals))
            .toList();
    return new DataTable(
        "both",
        any.say("twin.cities.zones.caption", choice.title()),
        List.of(
            sorting.column(Column.text(any.say("twin.zone")), NAME, NAME),
            Column.text(any.say("twin.level.city")),
            sorting.column(Column.number(choice.measure()), "value", NAME),
            Column.number(any.say("twin.cities.difference")),
            sorting.column(Column.number(any.say("twin.figure.population")), "population", NAME),
            sorting.column(Column.number(any.say("twin.figure.income")), "income", NAME)),
        rows,
        true);
  }

  private Comparator<Contrast.Row> comparator(Wording wording) {
    Comparator<Contrast.Row> byName =
        Comparator.comparing((Contrast.Row row) -> row.zone().name(), wording.words().collator())
            .thenComparing(Contrast.Row::id);
    Comparator<Contrast.Row> chosen =
        switch (sort) {
          case "value" -> Comparator.comparingDouble(Contrast.Row::value);
          case "population" ->
              Comparator.comparingDouble(row -> row.zone().population().orElse(-1));
          case "income" -> Comparator.comparingDouble(row -> row.zone().income().orElse(-1));
          default -> byName;
        };
    return chosen.thenComparing(byName);
  }

  private static Row row(List<Wording> cities, Contrast.Row row, int decimals) {
    Wording own =
        cities.stream()
            .filter(each -> each.city().id().equals(row.city()))
            .findFirst()
            .orElseThrow();
    return new Row(
        row.id(),
        "",
        List.of(
            row.zone().name(),
            own.city().name(),
            own.words().number(row.value(), decimals),
            own.words().signed(row.difference(), decimals),
            ZoneFigure.POPULATION.shown(row.zone(), own),
            ZoneFigure.INCOME.shown(row.zone(), own)));
  }
}
