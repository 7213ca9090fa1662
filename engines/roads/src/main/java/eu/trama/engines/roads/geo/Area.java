package eu.trama.engines.roads.geo;

/// What part of the globe is wanted. Coordinates are WGS 84 degrees; no part crosses the date line.
public sealed interface Area {
  /// Whether a place in units of 1e-7 degrees lies inside.
  boolean contains(int latitude, int longitude);

  /// The whole globe.
  record Everywhere() implements Area {
    @Override
    public boolean contains(int latitude, int longitude) {
      return true;
    }
  }

  /// A rectangle.
  record Box(double south, double west, double north, double east) implements Area {
    public Box {
      if (!(south <= north) || !(west <= east)) {
        throw new IllegalArgumentException(
            "box " + south + ", " + west + " to " + north + ", " + east);
      }
    }

    @Override
    public boolean contains(int latitude, int longitude) {
      double lat = latitude / Ground.UNITS_PER_DEGREE;
      double lon = longitude / Ground.UNITS_PER_DEGREE;
      return lat >= south && lat <= north && lon >= west && lon <= east;
    }
  }

  /// The inside of one ring, by the even-odd rule; the last corner is joined to the first.
  final class Polygon implements Area {
    private static final int MOST_CORNERS = 100_000;

    private final double[] latitudes;
    private final double[] longitudes;

    /// Copies the corners.
    ///
    /// @throws IllegalArgumentException where there are fewer than 3 or more than 100,000, lengths
    ///   differ, or a corner is not on the globe
    public Polygon(double[] latitudes, double[] longitudes) {
      if (latitudes.length != longitudes.length
          || latitudes.length < 3
          || latitudes.length > MOST_CORNERS) {
        throw new IllegalArgumentException(
            "a ring of " + latitudes.length + " latitudes, " + longitudes.length + " longitudes");
      }
      for (int i = 0; i < latitudes.length; i++) {
        if (!Ground.onGlobe(latitudes[i], longitudes[i])) {
          throw new IllegalArgumentException(
              "corner " + latitudes[i] + ", " + longitudes[i] + " is not on the globe");
        }
      }
      this.latitudes = latitudes.clone();
      this.longitudes = longitudes.clone();
    }

    @Override
    public boolean contains(int latitude, int longitude) {
      double lat = latitude / Ground.UNITS_PER_DEGREE;
      double lon = longitude / Ground.UNITS_PER_DEGREE;
      boolean inside = false;
      int before = latitudes.length - 1;
      for (int i = 0; i < latitudes.length; before = i++) {
        boolean crosses = latitudes[i] > lat != latitudes[before] > lat;
        if (crosses
            && lon
                < longitudes[i]
                    + (lat - latitudes[i])
                        * (longitudes[before] - longitudes[i])
                        / (latitudes[before] - latitudes[i])) {
          inside = !inside;
        }
      }
      return inside;
    }
  }
}
