package eu.trama.city.ogc.features;

import eu.trama.city.web.map.MapPanel;
import eu.trama.city.web.part.DataTable;
import java.util.Optional;

/// What a page of features shows.
///
/// @param count how many there are; empty for a single one
/// @param next address of the next page; empty on the last
/// @param file the same as GeoJSON
public record ItemsPage(
    String count, Optional<MapPanel> map, DataTable table, String next, String file) {}
