package eu.trama.city.twin;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// One step of a scenario: what would be different in the city. A new line, another headway, a
/// closed stop, a new health centre or a closed street are all one of these three, checked against
/// the layer's schema.
public sealed interface Edit {

  String layer();

  String id();

  /// A thing that the city does not have.
  record Add(Feature feature) implements Edit {
    @Override
    public String layer() {
      return feature.layer();
    }

    @Override
    public String id() {
      return feature.id();
    }
  }

  /// Other properties, or another place, for a thing that the city has. Properties not named stay
  /// as they are; the geometry stays where `geometry` is null.
  record Change(String layer, String id, @Nullable Geometry geometry, Properties properties)
      implements Edit {}

  /// A thing that the city would no longer have.
  record Remove(String layer, String id) implements Edit {}
}
