package eu.trama.city.twin.federation;

import eu.trama.city.web.chart.BarChart;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import java.util.List;
import java.util.Optional;

/// One policy, here and there.
///
/// @param address of this page
/// @param waiting what is still being computed; empty when nothing is
/// @param fault why the peer's side is not there; empty when it is, or may still come
/// @param choice of the indicator
public record JointPage(
    String address,
    List<String> waiting,
    String fault,
    List<Field> choice,
    String indicator,
    String definition,
    Optional<DataTable> means,
    List<Side> sides) {

  /// @param income the change of the fifths of its residents
  public record Side(String title, Optional<BarChart> income, DataTable table) {}
}
