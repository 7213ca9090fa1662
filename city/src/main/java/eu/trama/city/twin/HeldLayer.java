package eu.trama.city.twin;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/// Every feature of a layer at one moment, looked at one by one. Its answers are those of the
/// store, in the same order.
final class HeldLayer {

  /// As the store compares ids: by their bytes in UTF-8.
  private static final Comparator<String> BY_BYTES =
      (one, other) -> Arrays.compareUnsigned(utf8(one), utf8(other));

  private final List<StoredFeature> byId;
  private final List<StoredFeature> byTier;

  HeldLayer(List<StoredFeature> features) {
    // Read now, since what is read later would not be seen alike by all threads.
    features.forEach(StoredFeature::geometry);
    this.byId =
        features.stream().sorted(Comparator.comparing(StoredFeature::id, BY_BYTES)).toList();
    this.byTier =
        byId.stream().sorted(Comparator.comparingInt(StoredFeature::tier).reversed()).toList();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// The first in the order of ids, after one.
  List<StoredFeature> inOrder(String after, int most) {
    return byId.stream()
        .filter(each -> after.isEmpty() || BY_BYTES.compare(each.id(), after) > 0)
        .limit(most)
        .toList();
  }

  /// The first that meet an area, from the highest tier down and by id within a tier.
  ///
  /// @param tier highest that is looked at
  /// @param after id within that tier
  List<StoredFeature> byPlace(Area area, int tier, String after, int most) {
    return byTier.stream()
        .filter(each -> comesAfter(each, tier, after) && area.meets(each.geometry()))
        .limit(most)
        .toList();
  }

  private static boolean comesAfter(StoredFeature feature, int tier, String after) {
    if (feature.tier() != tier) {
      return feature.tier() < tier;
    }
    return after.isEmpty() || BY_BYTES.compare(feature.id(), after) > 0;
  }

  long count(Area area) {
    return byId.stream().filter(each -> area.meets(each.geometry())).count();
  }

  int size() {
    return byId.size();
  }

  /// The first whose box meets that one, from the highest tier down.
  List<StoredFeature> boxed(Envelope box, int most) {
    return byTier.stream().filter(each -> meets(box, each.geometry())).limit(most).toList();
  }

  private static boolean meets(Envelope box, @Nullable Geometry shape) {
    return shape != null && box.intersects(shape.getEnvelopeInternal());
  }
}
