package eu.trama.city.twin.pages.run;

import eu.trama.city.web.Link;
import eu.trama.city.web.chart.BarChart;
import eu.trama.city.web.map.MapPanel;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import java.util.List;
import java.util.Optional;

/// What a scenario does to the zones of a city.
///
/// @param differing parameters that the two runs do not share, in words
/// @param winners for how many residents it gets better, worse, or stays
/// @param files parameters of the files' addresses
public record ComparePage(
    Link before,
    Link after,
    String beforeId,
    String afterId,
    String indicator,
    String definition,
    List<Field> choice,
    String differing,
    String summary,
    String winners,
    Optional<MapPanel> map,
    DataTable table,
    Optional<BarChart> income,
    DataTable incomeTable,
    String files) {}
