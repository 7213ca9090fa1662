package eu.trama.city.twin.pages;

import eu.trama.city.web.Link;
import eu.trama.city.web.map.MapPanel;
import eu.trama.city.web.part.DataTable;
import java.util.List;
import java.util.Optional;

/// What the first page of a city shows.
///
/// @param figures the city in numbers
/// @param standIns whether cells stand for official boundaries
/// @param choices by what the map may be coloured
/// @param templates ready-made scenarios
/// @param latest names of the latest datasets with their dates
public record Overview(
    String city,
    String key,
    List<Figure> figures,
    boolean standIns,
    List<Link> choices,
    Optional<MapPanel> map,
    DataTable table,
    List<LayerLine> layers,
    List<TemplateCard> templates,
    List<Link> latest) {

  public record Figure(String value, String name) {}

  public record LayerLine(String name, String about, String href, String count) {}

  public record TemplateCard(String id, String name, String description) {}
}
