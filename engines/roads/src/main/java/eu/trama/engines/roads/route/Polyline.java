package eu.trama.engines.roads.route;

import eu.trama.engines.roads.geo.Ground;
import java.util.Arrays;

/// Points in WGS 84. Consecutive points differ.
public final class Polyline {
  private int[] places = new int[64];
  private int points;

  Polyline() {}

  void add(int latitude, int longitude) {
    if (points > 0 && places[points * 2 - 2] == latitude && places[points * 2 - 1] == longitude) {
      return;
    }
    if (points * 2 == places.length) {
      places = Arrays.copyOf(places, places.length * 2);
    }
    places[points * 2] = latitude;
    places[points * 2 + 1] = longitude;
    points++;
  }

  public int points() {
    return points;
  }

  public double latitude(int point) {
    return places[point * 2] / Ground.UNITS_PER_DEGREE;
  }

  public double longitude(int point) {
    return places[point * 2 + 1] / Ground.UNITS_PER_DEGREE;
  }

  /// Degrees from north, clockwise, of the piece before a point; NaN where there is none.
  double bearingBefore(int point) {
    if (point < 1 || point >= points) {
      return Double.NaN;
    }
    Ground ground = Ground.around(places[point * 2]);
    double north = (places[point * 2] - places[point * 2 - 2]) * ground.northMetresPerUnit();
    double east = (places[point * 2 + 1] - places[point * 2 - 1]) * ground.eastMetresPerUnit();
    return Math.toDegrees(Math.atan2(east, north));
  }
}
