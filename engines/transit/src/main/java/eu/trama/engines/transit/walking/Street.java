package eu.trama.engines.transit.walking;

/// A street as a polyline in WGS 84 degrees. Several may share an id, as the pieces of one street.
public final class Street {
  private final String id;
  private final double[] latitudes;
  private final double[] longitudes;

  /// Copies the coordinates.
  ///
  /// @throws IllegalArgumentException where lengths differ or a coordinate is not a number
  public Street(String id, double[] latitudes, double[] longitudes) {
    if (latitudes.length != longitudes.length) {
      throw new IllegalArgumentException("street " + id + " has coordinates without a partner");
    }
    for (int i = 0; i < latitudes.length; i++) {
      if (!(Math.abs(latitudes[i]) <= 90) || !(Math.abs(longitudes[i]) <= 180)) {
        throw new IllegalArgumentException(
            "street " + id + " leaves the globe: " + latitudes[i] + ", " + longitudes[i]);
      }
    }
    this.id = id;
    this.latitudes = latitudes.clone();
    this.longitudes = longitudes.clone();
  }

  public String id() {
    return id;
  }

  public int points() {
    return latitudes.length;
  }

  public double latitude(int point) {
    return latitudes[point];
  }

  public double longitude(int point) {
    return longitudes[point];
  }
}
