package eu.trama.city.twin.pages.run;

import eu.trama.city.web.Link;
import eu.trama.city.web.chart.BarChart;
import eu.trama.city.web.map.MapPanel;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import java.util.List;
import java.util.Optional;

/// Two cities by the same indicators.
///
/// @param runs the results that are compared
/// @param differing parameters that the two runs do not share, in words
/// @param means every indicator, as the mean over residents
/// @param summary the chosen indicator in a sentence
/// @param maps one a city, in the same colours
/// @param table the zones of both
/// @param income fifths of residents by income, both cities beside each other
/// @param files parameters of the files' addresses
public record CitiesPage(
    String beforeId,
    String afterId,
    List<Link> runs,
    String indicator,
    String definition,
    List<Field> choice,
    String differing,
    DataTable means,
    String summary,
    List<MapPanel> maps,
    DataTable table,
    Optional<BarChart> income,
    DataTable incomeTable,
    String files) {}
