package eu.trama.city.web.style;

import eu.trama.city.web.chart.BarChart;
import eu.trama.city.web.chart.Histogram;
import eu.trama.city.web.chart.Legend;
import eu.trama.city.web.chart.LineChart;
import eu.trama.city.web.chart.ScatterPlot;
import eu.trama.city.web.map.MapPanel;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import eu.trama.city.web.part.Paging;
import eu.trama.city.web.part.Picks;
import java.util.List;

/// What the style guide shows.
public record StyleGuide(
    Form form,
    DataTable table,
    Paging paging,
    MapPanel map,
    Legend sequential,
    Legend diverging,
    BarChart bars,
    Histogram histogram,
    ScatterPlot scatter,
    LineChart line) {

  /// The example form as it stands.
  ///
  /// @param sent whether a valid form was just sent
  public record Form(
      List<Field> fields,
      List<FormError> errors,
      Picks picks,
      List<Field.Option> stops,
      String lon,
      String lat,
      boolean sent) {}
}
