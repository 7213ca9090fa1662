package eu.trama.city.twin;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/// The zones of a city view with their statistics, joined from the layers `zones` and `statistics`.
public final class Zones {

  /// The `boundary` of a zone whose official limits nobody imported.
  public static final String STAND_IN = "stand-in";

  /// The `boundary` of a zone as its authority publishes it.
  public static final String OFFICIAL = "official";

  /// The level by which indicators are given.
  public static final String NEIGHBOURHOOD = "neighbourhood";

  private record Latest(long year, double value) {}

  private Zones() {}

  /// All zones, by level and then by id.
  public static List<Zone> of(CityView city) {
    return city.zones();
  }

  static List<Zone> join(CityView city) {
    Map<String, Map<String, Latest>> statistics = statistics(city);
    return city.features(Layers.ZONES.name()).stream()
        .map(zone -> zone(zone, statistics.getOrDefault(zone.id(), Map.of())))
        .sorted(Comparator.comparing(Zone::level).thenComparing(Zone::id))
        .toList();
  }

  public static List<Zone> of(CityView city, String level) {
    return of(city).stream().filter(zone -> zone.level().equals(level)).toList();
  }

  private static Map<String, Map<String, Latest>> statistics(CityView city) {
    var byZone = new HashMap<String, Map<String, Latest>>();
    for (Feature statistic : city.features(Layers.STATISTICS.name())) {
      Properties of = statistic.properties();
      var latest = new Latest((long) of.number("year").orElse(0), of.number("value").orElseThrow());
      byZone
          .computeIfAbsent(of.requireText("zone"), zone -> new HashMap<>())
          .merge(
              of.requireText("indicator"),
              latest,
              (one, other) -> one.year() >= other.year() ? one : other);
    }
    return byZone;
  }

  private static Zone zone(Feature feature, Map<String, Latest> statistics) {
    Properties of = feature.properties();
    Geometry boundary = java.util.Objects.requireNonNull(feature.geometry());
    return new Zone(
        feature.id(),
        of.requireText("level"),
        of.requireText("code"),
        of.requireText("name"),
        of.text("parent").orElse(""),
        centre(of, boundary),
        boundary,
        of.requireText("boundary").equals(STAND_IN),
        value(statistics, "population"),
        value(statistics, "income"),
        value(statistics, "area"));
  }

  private static Point centre(Properties of, Geometry boundary) {
    OptionalDouble lat = of.number("lat");
    OptionalDouble lon = of.number("lon");
    return lat.isPresent() && lon.isPresent()
        ? GeoJson.WGS84.createPoint(new Coordinate(lon.getAsDouble(), lat.getAsDouble()))
        : boundary.getInteriorPoint();
  }

  private static OptionalDouble value(Map<String, Latest> statistics, String indicator) {
    Latest latest = statistics.get(indicator);
    return latest == null ? OptionalDouble.empty() : OptionalDouble.of(latest.value());
  }
}
