package eu.trama.city.twin.imports;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Findings;
import eu.trama.city.twin.ImportFile;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonToken;

/// The features of a GeoJSON file (RFC 7946), or of a table with a column of GeoJSON geometries, as
/// some open-data portals give it. One feature at a time is in memory.
final class GeoFeatures {

  /// Takes a feature; says whether to go on.
  @FunctionalInterface
  interface Reader {
    boolean take(GeoFeature feature) throws IOException;
  }

  private final ImportFile file;
  private final Limits limits;
  private final Findings findings;
  private final Place place;
  private Crs crs = Crs.DEGREES;
  private long features;

  private GeoFeatures(ImportFile file, Limits limits, Findings findings) {
    this.file = file;
    this.limits = limits;
    this.findings = findings;
    this.place = new Place(file.city());
  }

  /// Hands over the features whose geometry is good, to the end or until the reader has enough.
  static void each(ImportFile file, Limits limits, Findings findings, Reader reader)
      throws IOException {
    var features = new GeoFeatures(file, limits, findings);
    if (beginsWith(file, limits, '{')) {
      features.readCollection(reader);
    } else {
      new GeoTable(file, limits, findings, features).read(reader);
    }
  }

  /// Whether the first letter of a file is the one given, blanks aside.
  static boolean beginsWith(ImportFile file, Limits limits, char letter) throws IOException {
    try (var in = Utf8Input.open(file, limits)) {
      int octet = in.read();
      while (octet == ' ' || octet == '\n' || octet == '\r' || octet == '\t') {
        octet = in.read();
      }
      return octet == letter;
    }
  }

  private void readCollection(Reader reader) throws IOException {
    try (var json = JsonTokens.open(file, limits)) {
      if (json.next() != JsonToken.START_OBJECT) {
        throw json.unexpected("a GeoJSON FeatureCollection");
      }
      boolean seen = false;
      while (json.next() != JsonToken.END_OBJECT) {
        String name = json.name();
        json.next();
        switch (name) {
          case "type" -> requireCollection(json);
          case "crs" -> readCrs(json, seen);
          case "features" -> {
            seen = true;
            if (!readFeatures(json, reader)) {
              return;
            }
          }
          default -> json.skip();
        }
      }
      json.end();
    }
    if (features == 0) {
      findings.accept(
          Finding.error("file-empty", file.name(), 0, "features", "", "The file has no features."));
    }
  }

  private static void requireCollection(JsonTokens json) throws IOException {
    if (json.current() != JsonToken.VALUE_STRING || !json.text().equals("FeatureCollection")) {
      throw json.unexpected("a GeoJSON FeatureCollection");
    }
  }

  private void readCrs(JsonTokens json, boolean late) throws IOException {
    if (json.current() != JsonToken.START_OBJECT) {
      json.skip();
      return;
    }
    long line = json.line();
    String name = "";
    while (json.next() != JsonToken.END_OBJECT) {
      String member = json.name();
      json.next();
      if (member.equals("properties") && json.current() == JsonToken.START_OBJECT) {
        name = String.valueOf(json.scalars().getOrDefault("name", ""));
      } else {
        json.skip();
      }
    }
    Optional<Crs> known = Crs.named(name);
    if (known.isEmpty()) {
      throw new BadInput(
          Finding.error(
              "crs-unknown",
              file.name(),
              line,
              "crs",
              name,
              "Convert it to WGS 84, for example with: ogr2ogr -t_srs EPSG:4326 new.geojson "
                  + file.name()));
    }
    crs = known.get();
    if (late && crs.metres() != null) {
      throw new BadInput(
          Finding.error(
              "crs-late", file.name(), line, "crs", name, "Move crs before the features."));
    }
  }

  private boolean readFeatures(JsonTokens json, Reader reader) throws IOException {
    if (json.current() != JsonToken.START_ARRAY) {
      throw json.unexpected("a list of features");
    }
    while (json.next() != JsonToken.END_ARRAY) {
      if (json.current() != JsonToken.START_OBJECT) {
        throw json.unexpected("a feature");
      }
      if (++features > limits.rows()) {
        throw json.limit("more than " + limits.rows() + " features");
      }
      GeoFeature feature = readFeature(json);
      if (feature != null && !reader.take(feature)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable GeoFeature readFeature(JsonTokens json) throws IOException {
    long line = json.line();
    String id = "";
    Map<String, Object> properties = new TreeMap<>();
    Geometry geometry = null;
    ShapeFault fault = null;
    while (json.next() != JsonToken.END_OBJECT) {
      String name = json.name();
      json.next();
      boolean object = json.current() == JsonToken.START_OBJECT;
      if (name.equals("id") && json.current().isScalarValue()) {
        id = json.text();
      } else if (name.equals("properties") && object) {
        properties = json.scalars();
      } else if (name.equals("geometry") && object) {
        try {
          geometry = Shape.read(json);
        } catch (ShapeFault e) {
          fault = e;
        }
      } else {
        json.skip();
      }
    }
    return checked(line, id, properties, geometry, fault);
  }

  /// The feature when its geometry is good, else nothing and the findings.
  @Nullable GeoFeature checked(
      long line,
      String id,
      Map<String, Object> properties,
      @Nullable Geometry geometry,
      @Nullable ShapeFault fault) {
    if (fault == null && (geometry == null || geometry.isEmpty())) {
      fault = new ShapeFault("geometry-empty", "", "Give the feature a geometry, or leave it out.");
    }
    if (fault != null || geometry == null) {
      ShapeFault told = java.util.Objects.requireNonNull(fault);
      findings.accept(
          Finding.error(told.code(), file.name(), line, "geometry", told.value(), told.advice()));
      return null;
    }
    Geometry degrees = crs.toDegrees(geometry);
    for (Coordinate position : degrees.getCoordinates()) {
      Optional<Finding> misplaced = place.fault(position, file.name(), line, "geometry");
      if (misplaced.isPresent()) {
        findings.accept(misplaced.get());
        return null;
      }
    }
    return new GeoFeature(file.name(), line, id, properties, degrees);
  }
}
