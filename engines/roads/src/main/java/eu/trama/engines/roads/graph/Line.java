package eu.trama.engines.roads.graph;

import eu.trama.engines.roads.geo.Ground;

/// A street as a line in WGS 84 degrees. Points that are equal when rounded to 1e-5 degrees (1.1 m)
/// are one junction.
public final class Line {
  private final long id;
  private final String name;
  private final double[] latitudes;
  private final double[] longitudes;

  /// Copies the coordinates.
  ///
  /// @param id told for each edge of the line
  /// @throws IllegalArgumentException where lengths differ or a coordinate is not on the globe
  public Line(long id, String name, double[] latitudes, double[] longitudes) {
    if (latitudes.length != longitudes.length) {
      throw new IllegalArgumentException("line " + id + " has coordinates without a partner");
    }
    for (int i = 0; i < latitudes.length; i++) {
      if (!Ground.onGlobe(latitudes[i], longitudes[i])) {
        throw new IllegalArgumentException(
            "line " + id + " leaves the globe: " + latitudes[i] + ", " + longitudes[i]);
      }
    }
    this.id = id;
    this.name = name;
    this.latitudes = latitudes.clone();
    this.longitudes = longitudes.clone();
  }

  public long id() {
    return id;
  }

  public String name() {
    return name;
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
