package eu.trama.city.twin.exports;

import static eu.trama.city.twin.Field.Type.FLAG;
import static eu.trama.city.twin.Field.Type.NUMBER;
import static eu.trama.city.twin.Field.Type.NUMBERS;
import static eu.trama.city.twin.Field.Type.TEXT;
import static eu.trama.city.twin.Field.Type.TEXTS;
import static eu.trama.city.twin.Field.Type.WHOLE;
import static eu.trama.city.twin.Field.optional;

import eu.trama.city.twin.AsOf;
import eu.trama.city.twin.City;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Field;
import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.LayerSchema;
import eu.trama.city.twin.LayerSchema.Shape;
import eu.trama.city.twin.Properties;
import eu.trama.city.twin.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/// Made-up layers with a property of every type, some missing, some unpleasant.
final class Sample {

  static final City CITY =
      new City(
          "ona",
          "Ona",
          "ES",
          ZoneId.of("Europe/Madrid"),
          25831,
          41.4,
          2.15,
          12,
          List.of("ca"),
          "EUR");

  static final Snapshot SNAPSHOT =
      new Snapshot(
          "ona",
          new AsOf(Instant.parse("2026-03-01T08:00:00Z"), Instant.parse("2026-02-01T08:00:00Z")));

  static final List<Field> FIELDS =
      List.of(
          optional("text", TEXT),
          optional("whole", WHOLE),
          optional("number", NUMBER),
          optional("flag", FLAG),
          optional("texts", TEXTS),
          optional("numbers", NUMBERS));

  private static final List<String> TEXTS_GIVEN =
      List.of(
          "",
          "plain",
          "Paral·lel, 1",
          "say \"hi\"",
          "two\nlines",
          "=1+1",
          "-2",
          "\u00e9\ud83d\ude8b");

  private Sample() {}

  static LayerContent content(EnumSet<Shape> shapes, List<Feature> features) {
    return new LayerContent(
        CITY, SNAPSHOT, new LayerSchema("things", shapes, FIELDS), FIELDS, features);
  }

  static List<Feature> features(EnumSet<Shape> shapes, int count, long seed) {
    var random = new Random(seed);
    var features = new ArrayList<Feature>();
    for (int i = 0; i < count; i++) {
      features.add(feature(i, List.copyOf(shapes), random));
    }
    return features;
  }

  private static Feature feature(int number, List<Shape> shapes, Random random) {
    var values = new TreeMap<String, Object>();
    put(values, random, "text", TEXTS_GIVEN.get(random.nextInt(TEXTS_GIVEN.size())));
    put(values, random, "whole", random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L));
    put(values, random, "number", random.nextInt(3) == 0 ? 7L : random.nextGaussian());
    put(values, random, "flag", random.nextBoolean());
    put(values, random, "texts", TEXTS_GIVEN.subList(0, random.nextInt(TEXTS_GIVEN.size())));
    put(values, random, "numbers", random.doubles(random.nextInt(4)).boxed().toList());
    Shape shape = shapes.get(random.nextInt(shapes.size()));
    String id = "thing:%07d".formatted(number);
    Feature bare = new Feature("things", id, null, new Properties(values));
    return shape == Shape.NONE ? bare : bare.with(geometry(shape, random));
  }

  private static void put(Map<String, Object> values, Random random, String name, Object value) {
    if (random.nextInt(4) > 0) {
      values.put(name, value);
    }
  }

  private static Geometry geometry(Shape shape, Random random) {
    var from = new Coordinate(2 + random.nextDouble(), 41 + random.nextDouble());
    var to = new Coordinate(from.x + 0.01, from.y + 0.01);
    return switch (shape) {
      case LINE -> GeoJson.WGS84.createLineString(new Coordinate[] {from, to});
      case POLYGON -> GeoJson.WGS84.toGeometry(new Envelope(from, to));
      default -> GeoJson.WGS84.createPoint(from);
    };
  }

  static byte[] written(LayerFormat format, LayerContent content) {
    var bytes = new ByteArrayOutputStream();
    try {
      format.write(content, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
