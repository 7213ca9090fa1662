package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.Comparison;
import eu.trama.city.twin.pages.Wording;
import eu.trama.city.web.chart.BarChart;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How an indicator is spread over the incomes of two cities, in one chart, so that the lengths of
/// its bars can be compared. A fifth is a fifth of its own city: money of two cities is not.
final class CityFifths {

  private static final int FIFTHS = 5;

  /// Class of the second city's bars.
  private static final String SECOND = "second";

  private CityFifths() {}

  /// @param values of each city, in the order of the cities
  static Optional<BarChart> chart(List<Wording> cities, List<Comparison> values, int decimals) {
    Wording any = cities.getFirst();
    var bars = new ArrayList<BarChart.Bar>();
    for (int fifth = 1; fifth <= FIFTHS; fifth++) {
      for (int city = 0; city < cities.size(); city++) {
        Optional<Comparison.Group> group = group(values.get(city), fifth);
        if (group.isPresent()) {
          bars.add(
              new BarChart.Bar(
                  any.say("twin.fifth." + fifth) + " · " + cities.get(city).city().name(),
                  group.get().after(),
                  any.words().number(group.get().after(), decimals),
                  city == 0 ? "" : SECOND));
        }
      }
    }
    return bars.isEmpty()
        ? Optional.empty()
        : Optional.of(new BarChart("income", any.say("twin.fifths.title"), bars));
  }

  static DataTable table(List<Wording> cities, List<Comparison> values, int decimals) {
    Wording any = cities.getFirst();
    var columns = new ArrayList<Column>();
    columns.add(Column.text(any.say("twin.fifth")));
    for (Wording each : cities) {
      String name = each.city().name();
      columns.add(Column.number(any.say("twin.cities.fifth.income", name)));
      columns.add(Column.number(name));
    }
    var rows = new ArrayList<Row>();
    for (int fifth = 1; fifth <= FIFTHS; fifth++) {
      var cells = new ArrayList<String>();
      cells.add(any.say("twin.fifth." + fifth));
      for (int city = 0; city < cities.size(); city++) {
        Wording own = cities.get(city);
        Optional<Comparison.Group> group = group(values.get(city), fifth);
        cells.add(group.map(each -> ResultParts.incomes(own, each)).orElse(Wording.NONE));
        cells.add(
            group.map(each -> own.words().number(each.after(), decimals)).orElse(Wording.NONE));
      }
      rows.add(new Row("", "", cells));
    }
    return new DataTable("fifths", any.say("twin.fifths.caption"), columns, rows, false);
  }

  private static Optional<Comparison.Group> group(Comparison values, int fifth) {
    return values.groups().stream().filter(each -> each.number() == fifth).findFirst();
  }
}
