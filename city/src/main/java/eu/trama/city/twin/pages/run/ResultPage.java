package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.City;
import eu.trama.city.twin.pages.ZonePage.Fact;
import eu.trama.city.web.chart.BarChart;
import eu.trama.city.web.map.MapPanel;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import java.util.List;
import java.util.Optional;

/// The result of one run.
///
/// @param subject what was computed on
/// @param choice which indicator is shown, as a form
/// @param carried the choice and what else the address holds, for the file links
/// @param summary the whole city in a sentence
/// @param income the fifths of residents by the income of their zone
/// @param others which result to compare with, as a form
/// @param elsewhere cities on which the same can be computed
/// @param inputs everything that went into the run, as JSON
public record ResultPage(
    String id,
    String subject,
    String indicator,
    String definition,
    List<Field> choice,
    String carried,
    String summary,
    Optional<MapPanel> map,
    DataTable table,
    Optional<BarChart> income,
    DataTable incomeTable,
    List<Fact> notes,
    List<Fact> cost,
    String formula,
    String inputs,
    List<Field> others,
    List<City> elsewhere) {}
