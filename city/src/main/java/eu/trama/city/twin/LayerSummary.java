package eu.trama.city.twin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/// What a layer holds at a point in both times, on the whole.
///
/// @param bounds degrees WGS 84; null where nothing in it has a place
/// @param datasets ids of those that its features are from
public record LayerSummary(
    String layer, long features, @Nullable Envelope bounds, List<Long> datasets) {

  public LayerSummary {
    datasets = List.copyOf(datasets);
  }
}
