package eu.trama.city.twin.pages;

import eu.trama.city.twin.Edit;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.Properties;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/// Every kind of change that a scenario can make to Barcelona, one of each.
final class Changes {

  private Changes() {}

  static final List<Edit> ALL =
      List.of(
          new Edit.Add(
              feature(
                  "lines",
                  "new-sea",
                  line(2.1897, 41.3800, 2.1778, 41.3836, 2.1696, 41.3998),
                  Map.of(
                      "name",
                      "Línia del mar",
                      "mode",
                      "tram",
                      "both_directions",
                      true,
                      "stops",
                      List.of("metro-barceloneta", "metro-jaume-i", "metro-verdaguer-l4"),
                      "run_seconds",
                      List.of(180.0, 300.0),
                      "headways",
                      List.of("weekday 05:00-24:00/300")))),
          new Edit.Remove("lines", "L11"),
          new Edit.Change(
              "lines",
              "L3",
              null,
              Properties.of(Map.of("headways", List.of("weekday 05:00-24:00/120")))),
          new Edit.Add(feature("stops", "new-cape", point(2.20, 41.37), Map.of("name", "El cap"))),
          new Edit.Change(
              "stops", "metro-horta", null, Properties.of(Map.of("name", "Horta (plaça Eivissa)"))),
          new Edit.Remove("stops", "metro-espanya-l1"),
          new Edit.Add(
              feature(
                  "facilities",
                  "new-school",
                  point(2.13, 41.40),
                  Map.of("kind", "school", "name", "Escola nova"))),
          new Edit.Remove("facilities", "school-aula-escuela-europea"));

  private static Feature feature(
      String layer, String id, Geometry geometry, Map<String, Object> properties) {
    return new Feature(layer, id, geometry, Properties.of(properties));
  }

  private static Geometry point(double lon, double lat) {
    return GeoJson.WGS84.createPoint(new Coordinate(lon, lat));
  }

  private static Geometry line(double... lonLat) {
    var places = new Coordinate[lonLat.length / 2];
    for (int i = 0; i < places.length; i++) {
      places[i] = new Coordinate(lonLat[2 * i], lonLat[2 * i + 1]);
    }
    return GeoJson.WGS84.createLineString(places);
  }
}
