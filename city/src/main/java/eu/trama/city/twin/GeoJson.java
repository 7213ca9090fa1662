package eu.trama.city.twin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import tools.jackson.databind.JsonNode;

/// GeoJSON geometries (RFC 7946) to JTS and back. Longitude first, degrees WGS 84; a third
/// coordinate is dropped. Written coordinates have seven decimals, about one centimetre.
public final class GeoJson {

  public static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);
  private static final double DECIMALS = 1e7;

  private GeoJson() {}

  /// @throws IllegalArgumentException saying what is wrong with the geometry
  public static Geometry read(JsonNode geometry) {
    String type = geometry.path("type").asString("");
    JsonNode coordinates = geometry.path("coordinates");
    return switch (type) {
      case "Point" -> WGS84.createPoint(position(coordinates));
      case "MultiPoint" -> WGS84.createMultiPointFromCoords(positions(coordinates, 1));
      case "LineString" -> WGS84.createLineString(positions(coordinates, 2));
      case "MultiLineString" ->
          WGS84.createMultiLineString(
              each(coordinates, part -> WGS84.createLineString(positions(part, 2)))
                  .toArray(LineString[]::new));
      case "Polygon" -> polygon(coordinates);
      case "MultiPolygon" ->
          WGS84.createMultiPolygon(each(coordinates, GeoJson::polygon).toArray(Polygon[]::new));
      default -> throw new IllegalArgumentException("geometry of unknown type ‘" + type + "’");
    };
  }

  public static Map<String, Object> write(Geometry geometry) {
    Object coordinates =
        switch (geometry) {
          case Point point -> position(point.getCoordinate());
          case LinearRing ring -> positions(ring);
          case LineString line -> positions(line);
          case Polygon polygon -> rings(polygon);
          case MultiPoint points -> parts(points, part -> position(part.getCoordinate()));
          case MultiLineString lines -> parts(lines, GeoJson::positions);
          case MultiPolygon polygons -> parts(polygons, part -> rings((Polygon) part));
          default ->
              throw new IllegalArgumentException("no GeoJSON for " + geometry.getGeometryType());
        };
    var object = new LinkedHashMap<String, Object>();
    object.put("type", geometry instanceof LinearRing ? "LineString" : geometry.getGeometryType());
    object.put("coordinates", coordinates);
    return object;
  }

  /// A feature as a GeoJSON object, its id included.
  public static Map<String, Object> write(Feature feature) {
    var object = new LinkedHashMap<String, Object>();
    object.put("type", "Feature");
    object.put("id", feature.id());
    Geometry geometry = feature.geometry();
    object.put("geometry", geometry == null ? null : write(geometry));
    object.put("properties", feature.properties().values());
    return object;
  }

  private static Polygon polygon(JsonNode rings) {
    List<LinearRing> all = each(rings, ring -> WGS84.createLinearRing(positions(ring, 4)));
    if (all.isEmpty()) {
      throw new IllegalArgumentException("polygon without a ring");
    }
    return WGS84.createPolygon(
        all.getFirst(), all.subList(1, all.size()).toArray(LinearRing[]::new));
  }

  private static <T> List<T> each(JsonNode array, java.util.function.Function<JsonNode, T> reader) {
    if (!array.isArray()) {
      throw new IllegalArgumentException("coordinates are not a list");
    }
    var all = new ArrayList<T>(array.size());
    for (JsonNode element : array) {
      all.add(reader.apply(element));
    }
    return all;
  }

  private static Coordinate[] positions(JsonNode array, int least) {
    List<Coordinate> all = each(array, GeoJson::position);
    if (all.size() < least) {
      throw new IllegalArgumentException("fewer than " + least + " positions");
    }
    return all.toArray(Coordinate[]::new);
  }

  private static Coordinate position(JsonNode array) {
    if (!array.isArray()
        || array.size() < 2
        || !array.get(0).isNumber()
        || !array.get(1).isNumber()) {
      throw new IllegalArgumentException("position is not [longitude, latitude]");
    }
    var position = new Coordinate(array.get(0).asDouble(), array.get(1).asDouble());
    if (!Double.isFinite(position.x) || !Double.isFinite(position.y)) {
      throw new IllegalArgumentException("coordinate is not a finite number");
    }
    return position;
  }

  private static List<Object> parts(
      Geometry collection, java.util.function.Function<Geometry, Object> writer) {
    var all = new ArrayList<Object>(collection.getNumGeometries());
    for (int i = 0; i < collection.getNumGeometries(); i++) {
      all.add(writer.apply(collection.getGeometryN(i)));
    }
    return all;
  }

  private static List<Object> rings(Polygon polygon) {
    var all = new ArrayList<Object>();
    all.add(positions(polygon.getExteriorRing()));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      all.add(positions(polygon.getInteriorRingN(i)));
    }
    return all;
  }

  private static List<Object> positions(Geometry line) {
    var all = new ArrayList<Object>(line.getNumPoints());
    for (Coordinate coordinate : line.getCoordinates()) {
      all.add(position(coordinate));
    }
    return all;
  }

  private static List<Double> position(Coordinate coordinate) {
    return List.of(rounded(coordinate.x), rounded(coordinate.y));
  }

  private static double rounded(double degrees) {
    return Math.rint(degrees * DECIMALS) / DECIMALS;
  }
}
