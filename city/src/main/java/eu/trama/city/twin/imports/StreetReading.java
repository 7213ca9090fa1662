package eu.trama.city.twin.imports;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Findings;
import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Properties;
import eu.trama.city.twin.Staging;
import java.io.IOException;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Lineal;

/// Turns lines with a name into streets. A street's id is made of its name, which outlives the
/// numbers that lists give: the next edition of the list knows the street again.
final class StreetReading {

  private final Staging.Sink sink;
  private final Findings findings;
  private final Limits limits;
  private final Slug slugs = new Slug();
  private long taken;

  StreetReading(Staging.Sink sink, Findings findings, Limits limits) {
    this.sink = sink;
    this.findings = findings;
    this.limits = limits;
  }

  long taken() {
    return taken;
  }

  boolean take(GeoFeature street) throws IOException {
    Geometry shape = street.geometry();
    if (!(shape instanceof Lineal)) {
      street.error(
          findings,
          "geometry-kind",
          "geometry",
          shape.getGeometryType(),
          "A street is a LineString or a MultiLineString.");
      return true;
    }
    String name = street.text("name");
    if (Slug.of(name).isEmpty()) {
      street.warning(findings, "name-missing", "name", name, "Left out; give the street its name.");
      return true;
    }
    if (shape.getLength() == 0) {
      street.warning(findings, "line-short", "geometry", name, "Left out, since it has no length.");
      return true;
    }
    String id = slugs.next(name);
    if (slugs.size() > limits.features()) {
      throw new BadInput(
          Finding.error(
              "file-too-large",
              street.file(),
              street.line(),
              "",
              limits.features() + " names",
              "Cut the file to the city."));
    }
    sink.add(new Feature(Layers.STREETS.name(), id, multi(shape), properties(street, name)));
    taken++;
    return true;
  }

  private static Geometry multi(Geometry shape) {
    return shape instanceof LineString line
        ? GeoJson.WGS84.createMultiLineString(new LineString[] {line})
        : shape;
  }

  private static Properties properties(GeoFeature street, String name) {
    var properties = new TreeMap<>(street.properties());
    properties.put("name", name);
    if (!street.id().isEmpty()) {
      properties.put("listed_as", street.id());
    }
    return new Properties(properties);
  }
}
