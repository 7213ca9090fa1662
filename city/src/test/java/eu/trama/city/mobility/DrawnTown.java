package eu.trama.city.mobility;

import eu.trama.city.twin.City;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.LocalMetres;
import eu.trama.city.twin.Properties;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/// A town drawn in metres, of zones so small that the grid of starting points (2 km) misses them:
/// the people of each live at its centre.
record DrawnTown(City city) {

  static final int GRID_METRES = 2_000;

  /// A corner of the town in the plane of its UTM zone, clear of the grid.
  private static final double WEST = 430_600;

  private static final double SOUTH = 4_581_000;

  static DrawnTown named(String id) {
    return new DrawnTown(
        new City(id, id, "ES", ZoneId.of("UTC"), 25831, 41.4, 2.15, 12, List.of("en"), "EUR"));
  }

  /// @param east metres from the corner
  Geometry place(double east, double north) {
    var metres = LocalMetres.of(city);
    Coordinate at =
        metres
            .toDegrees(metres.geometries().createPoint(new Coordinate(WEST + east, SOUTH + north)))
            .getCoordinate();
    return GeoJson.WGS84.createPoint(at);
  }

  /// @param points metres to the east and north, in turn
  Geometry way(double... points) {
    var along = new Coordinate[points.length / 2];
    for (int i = 0; i < along.length; i++) {
      along[i] = place(points[2 * i], points[2 * i + 1]).getCoordinate();
    }
    return GeoJson.WGS84.createLineString(along);
  }

  /// A neighbourhood with its people.
  List<Feature> zone(String name, Geometry centre, int people) {
    var metres = LocalMetres.of(city);
    Coordinate at = metres.fromDegrees(centre).getCoordinate();
    var square = new Envelope(at.x - 200, at.x + 200, at.y - 200, at.y + 200);
    String id = "neighbourhood:" + name;
    var zone = new TreeMap<String, Object>();
    zone.put("level", "neighbourhood");
    zone.put("code", name);
    zone.put("name", name);
    zone.put("boundary", "official");
    zone.put("lat", centre.getCoordinate().y);
    zone.put("lon", centre.getCoordinate().x);
    var features = new ArrayList<Feature>();
    features.add(
        new Feature(
            "zones",
            id,
            metres.toDegrees(metres.geometries().toGeometry(square)),
            new Properties(zone)));
    features.add(
        new Feature(
            "statistics",
            name,
            null,
            Properties.of(
                Map.of("zone", id, "indicator", "population", "year", 2026, "value", people))));
    return features;
  }

  static Feature stop(String id, Geometry place) {
    return new Feature("stops", id, place, Properties.of(Map.of("name", id)));
  }

  static Feature facility(String id, String kind, Geometry place) {
    return new Feature(
        "facilities", id, place, Properties.of(Map.of("kind", kind, "name", "A " + kind)));
  }

  /// A tram line both ways without dwell, from 06:00 to 12:00.
  static Feature line(String id, int headway, List<String> stops, List<Integer> runs) {
    var properties = new TreeMap<String, Object>();
    properties.put("name", id);
    properties.put("mode", "tram");
    properties.put("stops", stops);
    properties.put("run_seconds", runs);
    properties.put("both_directions", true);
    properties.put("headways", List.of(headway(headway)));
    return new Feature("lines", id, null, new Properties(properties));
  }

  static String headway(int seconds) {
    return "weekday 06:00-12:00/" + seconds;
  }
}
