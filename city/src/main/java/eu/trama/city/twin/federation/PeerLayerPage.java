package eu.trama.city.twin.federation;

import eu.trama.city.twin.pages.ZonePage.Fact;
import eu.trama.city.web.map.MapPanel;
import eu.trama.city.web.part.DataTable;
import java.util.List;
import java.util.Optional;

/// A layer of another server.
///
/// @param provenance where it comes from
/// @param fault why it cannot be shown now; empty when it can
public record PeerLayerPage(
    String about,
    List<Fact> provenance,
    String fault,
    Optional<MapPanel> map,
    Optional<DataTable> table) {}
