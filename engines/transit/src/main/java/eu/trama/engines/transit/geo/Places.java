package eu.trama.engines.transit.geo;

import java.util.Arrays;

/// Points in WGS 84 degrees, as two arrays of one length. The index of a point is its name to
/// callers. The arrays are copied on the way in and must not be changed on the way out.
public final class Places {
  private final double[] latitudes;
  private final double[] longitudes;

  /// Copies the coordinates.
  ///
  /// @throws IllegalArgumentException where lengths differ or a coordinate is not on the globe
  public Places(double[] latitudes, double[] longitudes) {
    if (latitudes.length != longitudes.length) {
      throw new IllegalArgumentException(
          "latitudes " + latitudes.length + " but longitudes " + longitudes.length);
    }
    for (int i = 0; i < latitudes.length; i++) {
      if (!LocalPlane.onGlobe(latitudes[i], longitudes[i])) {
        throw new IllegalArgumentException(
            "place " + i + " is not on the globe: " + latitudes[i] + ", " + longitudes[i]);
      }
    }
    this.latitudes = latitudes.clone();
    this.longitudes = longitudes.clone();
  }

  /// Some of the places, in the order of their numbers here.
  public Places some(int... numbers) {
    return new Places(
        Arrays.stream(numbers).mapToDouble(this::latitude).toArray(),
        Arrays.stream(numbers).mapToDouble(this::longitude).toArray());
  }

  public int size() {
    return latitudes.length;
  }

  public double latitude(int place) {
    return latitudes[place];
  }

  public double longitude(int place) {
    return longitudes[place];
  }
}
