package eu.trama.city.twin.imports;

import eu.trama.city.twin.City;
import eu.trama.city.twin.Finding;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/// Where a city's things may lie: within 200 km of it. What lies farther is a mistake of
/// coordinates, and most often the two of them exchanged.
record Place(City city) {

  private static final double FARTHEST_KM = 200;
  private static final double KM_PER_DEGREE = 111.2;

  /// What is wrong with a position; nothing when it may be.
  ///
  /// @param position x is longitude, y is latitude
  Optional<Finding> fault(Coordinate position, String file, long line, String field) {
    double lon = position.x;
    double lat = position.y;
    if (near(lon, lat)) {
      return Optional.empty();
    }
    String value = lat + ", " + lon;
    if (!Double.isFinite(lon) || !Double.isFinite(lat)) {
      return Optional.of(
          Finding.error(
              "coordinate-not-a-number", file, line, field, value, "Give a number of degrees."));
    }
    if (near(lat, lon)) {
      return Optional.of(
          Finding.error(
              "coordinates-swapped",
              file,
              line,
              field,
              value,
              "Latitude and longitude are exchanged; put them in order."));
    }
    boolean onEarth = Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
    return Optional.of(
        Finding.error(
            onEarth ? "coordinates-far" : "coordinates-range",
            file,
            line,
            field,
            value,
            onEarth
                ? "This lies more than 200 km from "
                    + city.name()
                    + "; check the city and the file."
                : "Give degrees WGS 84, or name the file's coordinate system in its crs member."));
  }

  /// Flat distance, good to a percent at 200 km; false for what is not a number.
  private boolean near(double lon, double lat) {
    double north = (lat - city.lat()) * KM_PER_DEGREE;
    double east = (lon - city.lon()) * KM_PER_DEGREE * Math.cos(Math.toRadians(city.lat()));
    return Math.hypot(north, east) <= FARTHEST_KM;
  }
}
