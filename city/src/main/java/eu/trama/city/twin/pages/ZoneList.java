package eu.trama.city.twin.pages;

import eu.trama.city.web.Link;
import eu.trama.city.web.map.MapPanel;
import eu.trama.city.web.part.DataTable;
import java.util.List;
import java.util.Optional;

/// The zones of one level.
///
/// @param levels the levels of the city, to choose from
public record ZoneList(
    List<Link> levels, boolean standIns, Optional<MapPanel> map, DataTable table) {}
