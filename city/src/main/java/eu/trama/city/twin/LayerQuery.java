package eu.trama.city.twin;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which features of a layer are asked for. Of a feature that changed within `when`, the latest
/// version counts.
///
/// @param known as far as the twin had learned then
/// @param area only those whose geometry meets it; null for all, those without a place included
/// @param equal values that properties must have: text, number or flag
public record LayerQuery(
    String city,
    String layer,
    Instant known,
    Validity when,
    @Nullable Area area,
    SortedMap<String, Object> equal) {

  public LayerQuery {
    equal = Collections.unmodifiableSortedMap(new TreeMap<>(equal));
  }

  public static LayerQuery all(Snapshot snapshot, String layer) {
    return new LayerQuery(
        snapshot.city(),
        layer,
        snapshot.asOf().known(),
        Validity.at(snapshot.asOf().valid()),
        null,
        Collections.emptySortedMap());
  }

  public LayerQuery in(Area area) {
    return new LayerQuery(city, layer, known, when, area, equal);
  }
}
