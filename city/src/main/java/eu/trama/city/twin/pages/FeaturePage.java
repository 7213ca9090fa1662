package eu.trama.city.twin.pages;

import eu.trama.city.web.map.MapPanel;
import eu.trama.city.web.part.DataTable;
import java.util.List;
import java.util.Optional;

/// One feature of a layer: what it is now, and everything that was believed of it.
///
/// @param facts empty where it is not there at the chosen point in both times
public record FeaturePage(List<ZonePage.Fact> facts, Optional<MapPanel> map, DataTable history) {}
