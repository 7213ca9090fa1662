package eu.trama.city.twin.imports;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Findings;
import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Properties;
import eu.trama.city.twin.Staging;
import eu.trama.city.twin.Zones;
import eu.trama.city.twin.imports.ZoneFact.Around;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/// Turns the features of one boundary file into zones.
final class BoundaryReading {

  private final ZoneIndex known;
  private final Staging.Sink sink;
  private final Findings findings;
  private final Map<String, Long> lines = new HashMap<>();
  private @Nullable ZoneLevel level;
  private long taken;

  BoundaryReading(ZoneIndex known, Staging.Sink sink, Findings findings) {
    this.known = known;
    this.sink = sink;
    this.findings = findings;
  }

  long taken() {
    return taken;
  }

  void take(GeoFeature feature, ZoneFact fact) throws IOException {
    if (fact.code().isEmpty()) {
      feature.error(
          findings, "code-missing", "code", fact.name(), "Give each zone its publisher's code.");
      return;
    }
    if (level == null) {
      level = fact.level();
    }
    if (fact.level() != level) {
      feature.error(
          findings,
          "level-mixed",
          "level",
          fact.id(),
          "The file began with " + level.text() + "; give each level a file of its own.");
      return;
    }
    Long before = lines.putIfAbsent(fact.id(), feature.line());
    if (before != null) {
      feature.error(
          findings, "id-duplicate", "code", fact.id(), "It stands in line " + before + " too.");
      return;
    }
    Optional<Geometry> boundary = PolygonCheck.check(feature, findings);
    if (boundary.isPresent()) {
      sink.add(zone(feature, fact, boundary.get()));
      taken++;
    }
  }

  private Feature zone(GeoFeature feature, ZoneFact fact, Geometry boundary) {
    Optional<Feature> old = known.byId(fact.id());
    Point centre = centre(old, boundary);
    var properties = new TreeMap<String, Object>();
    properties.put("level", fact.level().text());
    properties.put("code", fact.code());
    properties.put("name", name(fact.name(), old));
    properties.put("boundary", Zones.OFFICIAL);
    properties.put("lat", centre.getY());
    properties.put("lon", centre.getX());
    parent(feature, fact, boundary.getInteriorPoint())
        .ifPresent(parent -> properties.put("parent", parent.id()));
    return new Feature(Layers.ZONES.name(), fact.id(), boundary, new Properties(properties));
  }

  /// A point known to stand for where the people are is kept, as long as it lies inside.
  private static Point centre(Optional<Feature> old, Geometry boundary) {
    return old.map(Feature::properties)
        .filter(of -> of.number("lat").isPresent() && of.number("lon").isPresent())
        .map(of ->
            GeoJson.WGS84.createPoint(
                new Coordinate(of.number("lon").getAsDouble(), of.number("lat").getAsDouble())))
        .filter(boundary::covers)
        .orElseGet(boundary::getInteriorPoint);
  }

  /// A name written in capitals is kept as it was known, where that is the same name.
  private static String name(String name, Optional<Feature> old) {
    return old.flatMap(zone -> zone.properties().text("name"))
        .filter(before -> name.equals(name.toUpperCase(Locale.ROOT)))
        .filter(before -> ZoneNames.normal(before).equals(ZoneNames.normal(name)))
        .orElse(name);
  }

  private Optional<Feature> parent(GeoFeature feature, ZoneFact fact, Point inside) {
    Optional<Feature> told =
        fact.parents().stream().flatMap(around -> find(around).stream()).findFirst();
    if (told.isPresent() || fact.level() == ZoneLevel.CITY) {
      return told;
    }
    Optional<Feature> around = known.around(inside, fact.level());
    if (around.isEmpty()) {
      feature.warning(
          findings,
          "parent-unknown",
          "parent",
          fact.id(),
          "No zone around it is known; import the coarser levels too.");
    }
    return around;
  }

  private Optional<Feature> find(Around around) {
    if (around.code().isEmpty()) {
      return around.name().isEmpty()
          ? Optional.empty()
          : known.names(around.level()).find(around.name());
    }
    return known.byId(around.level().id(around.code()));
  }
}
