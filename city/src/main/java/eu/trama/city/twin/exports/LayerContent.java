package eu.trama.city.twin.exports;

import eu.trama.city.twin.City;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Field;
import eu.trama.city.twin.LayerSchema;
import eu.trama.city.twin.LayerSchema.Shape;
import eu.trama.city.twin.Snapshot;
import eu.trama.city.twin.Twin;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/// What a file holds: a layer of a city at a point in both times.
///
/// @param fields the properties, those that the schema names first
/// @param features read anew at each iteration, and always the same
public record LayerContent(
    City city,
    Snapshot snapshot,
    LayerSchema schema,
    List<Field> fields,
    Iterable<Feature> features) {

  public LayerContent {
    fields = List.copyOf(fields);
  }

  /// @param box only features whose bounding box meets this one, degrees; null for all
  /// @param most how many features at most, in the order of their ids
  public static LayerContent of(
      Twin twin,
      City city,
      Snapshot snapshot,
      LayerSchema schema,
      @Nullable Envelope box,
      long most) {
    var fields = new ArrayList<>(schema.fields());
    fields.addAll(twin.unnamed(snapshot, schema));
    Iterable<Feature> features =
        () -> {
          Iterator<Feature> all = twin.reading(snapshot, schema.name(), box);
          return most == Long.MAX_VALUE ? all : stream(() -> all).limit(most).iterator();
        };
    return new LayerContent(city, snapshot, schema, fields, features);
  }

  boolean hasPlaces() {
    return !schema.shapes().equals(Set.of(Shape.NONE));
  }

  /// Whether every feature is one point, so that two numbers say where it is.
  boolean hasPointsOnly() {
    return schema.shapes().equals(Set.of(Shape.POINT));
  }

  Stream<Feature> stream() {
    return stream(features);
  }

  private static Stream<Feature> stream(Iterable<Feature> features) {
    return StreamSupport.stream(features.spliterator(), false);
  }
}
