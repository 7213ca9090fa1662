package eu.trama.city.twin;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// A thing of the city: a zone, a stop, a line, a school, a street.
///
/// @param layer the layer it belongs to, such as `stops`
/// @param id unique within the layer of its city, and stable from one edition of the data to the
///   next
/// @param geometry in WGS 84, x is longitude and y latitude, degrees; absent for things without a
///   place
public record Feature(String layer, String id, @Nullable Geometry geometry, Properties properties) {

  public Feature with(Properties changed) {
    return new Feature(layer, id, geometry, changed);
  }

  public Feature with(@Nullable Geometry changed) {
    return new Feature(layer, id, changed, properties);
  }
}
