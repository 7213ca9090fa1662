package eu.trama.city.twin.imports;

import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Findings;
import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.ImportFile;
import eu.trama.city.twin.imports.Shape.Parts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import tools.jackson.core.JsonToken;

/// A JSON list of streets: objects with `name`, `geometry` as a list of lines of [latitude,
/// longitude], and what else the list tells, such as `id` and `tier`.
final class StreetList {

  private final ImportFile file;
  private final Findings findings;
  private final Place place;
  private final JsonTokens json;

  private StreetList(ImportFile file, Findings findings, JsonTokens json) {
    this.file = file;
    this.findings = findings;
    this.place = new Place(file.city());
    this.json = json;
  }

  static void each(ImportFile file, Limits limits, Findings findings, GeoFeatures.Reader reader)
      throws IOException {
    try (var json = JsonTokens.open(file, limits)) {
      new StreetList(file, findings, json).read(reader);
    }
  }

  private void read(GeoFeatures.Reader reader) throws IOException {
    if (json.next() != JsonToken.START_ARRAY) {
      throw json.unexpected("a list of streets");
    }
    long streets = 0;
    while (json.next() != JsonToken.END_ARRAY) {
      if (json.current() != JsonToken.START_OBJECT) {
        throw json.unexpected("a street");
      }
      Optional<GeoFeature> street = street();
      if (street.isPresent() && !reader.take(street.get())) {
        return;
      }
      streets++;
    }
    json.end();
    if (streets == 0) {
      findings.accept(
          Finding.error("file-empty", file.name(), 0, "", "", "The list has no streets."));
    }
  }

  private Optional<GeoFeature> street() throws IOException {
    long line = json.line();
    String id = "";
    Shape shape = new Parts(List.of());
    var properties = new TreeMap<String, Object>();
    var left = new int[] {json.limits().positions()};
    while (json.next() != JsonToken.END_OBJECT) {
      String name = json.name();
      JsonToken token = json.next();
      if (name.equals("geometry")) {
        shape = Shape.coordinates(json, left);
      } else if (name.equals("id") && token.isScalarValue()) {
        id = json.text();
      } else if (token == JsonToken.VALUE_STRING) {
        properties.put(name, json.text());
      } else if (token.isNumeric()) {
        double number = json.number();
        if (Double.isFinite(number)) {
          properties.put(name, number);
        }
      } else {
        json.skip();
      }
      if (properties.size() > json.limits().properties()) {
        throw json.limit("more than " + json.limits().properties() + " properties");
      }
    }
    return feature(line, id, properties, shape);
  }

  private Optional<GeoFeature> feature(
      long line, String id, Map<String, Object> properties, Shape shape) {
    var lines = new ArrayList<LineString>();
    try {
      for (Shape part : Shape.parts(shape)) {
        Coordinate[] positions = Shape.line(part, 2);
        for (Coordinate position : positions) {
          position.setCoordinate(new Coordinate(position.y, position.x));
          Optional<Finding> fault = place.fault(position, file.name(), line, "geometry");
          if (fault.isPresent()) {
            findings.accept(fault.get());
            return Optional.empty();
          }
        }
        lines.add(GeoJson.WGS84.createLineString(positions));
      }
    } catch (ShapeFault e) {
      findings.accept(
          Finding.error(e.code(), file.name(), line, "geometry", e.value(), e.advice()));
      return Optional.empty();
    }
    if (lines.isEmpty()) {
      findings.accept(
          Finding.error(
              "geometry-empty", file.name(), line, "geometry", id, "Give the street a line."));
      return Optional.empty();
    }
    var geometry = GeoJson.WGS84.createMultiLineString(lines.toArray(LineString[]::new));
    return Optional.of(new GeoFeature(file.name(), line, id, properties, geometry));
  }
}
