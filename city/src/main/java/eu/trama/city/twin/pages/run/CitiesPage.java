package eu.trama.city.twin.pages.run;

import eu.trama.city.web.chart.BarChart;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import java.util.List;
import java.util.Optional;

/// Two cities by the same indicators.
public record CitiesPage(
    String beforeId,
    String afterId,
    String indicator,
    String definition,
    List<Field> choice,
    String differing,
    DataTable means,
    List<Side> sides) {

  /// @param income the fifths of its residents
  public record Side(String subject, String href, Optional<BarChart> income, DataTable table) {}
}
