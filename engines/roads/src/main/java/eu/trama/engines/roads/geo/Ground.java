package eu.trama.engines.roads.geo;

/// Metres on the ground between places in WGS 84, by the two radii of curvature of the ellipsoid at
/// a latitude (Snyder, *Map Projections: A Working Manual*, USGS 1987, equations 4-20 and 4-21).
/// Below 0.01 % off for places up to 50 km apart outside the polar circles. Coordinates in whole
/// numbers are 1e-7 degrees, as OpenStreetMap stores them (1.1 cm).
public final class Ground {
  /// Units of a whole-number coordinate in a degree.
  public static final double UNITS_PER_DEGREE = 1e7;

  private static final double SEMI_MAJOR_METRES = 6_378_137.0;
  private static final double ECCENTRICITY_SQUARED = 0.00669437999014;

  private final double northMetresPerUnit;
  private final double eastMetresPerUnit;

  private Ground(double latitude) {
    this.northMetresPerUnit = metresPerDegreeNorth(latitude) / UNITS_PER_DEGREE;
    this.eastMetresPerUnit = metresPerDegreeEast(latitude) / UNITS_PER_DEGREE;
  }

  /// The ground around a latitude in whole-number units.
  public static Ground around(int latitude) {
    return new Ground(latitude / UNITS_PER_DEGREE);
  }

  public double northMetresPerUnit() {
    return northMetresPerUnit;
  }

  public double eastMetresPerUnit() {
    return eastMetresPerUnit;
  }

  /// Metres between two places near this latitude.
  public double metres(int lat1, int lon1, int lat2, int lon2) {
    double north = (lat2 - (double) lat1) * northMetresPerUnit;
    double east = (lon2 - (double) lon1) * eastMetresPerUnit;
    return Math.sqrt(north * north + east * east);
  }

  /// Metres between two places in a straight line.
  public static double metresBetween(double lat1, double lon1, double lat2, double lon2) {
    double middle = (lat1 + lat2) / 2;
    double north = (lat2 - lat1) * metresPerDegreeNorth(middle);
    double east = (lon2 - lon1) * metresPerDegreeEast(middle);
    return Math.sqrt(north * north + east * east);
  }

  /// Degrees in whole-number units.
  public static int units(double degrees) {
    return (int) Math.round(degrees * UNITS_PER_DEGREE);
  }

  /// Whether both are numbers, latitude within 90 and longitude within 180 degrees.
  public static boolean onGlobe(double latitude, double longitude) {
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  }

  public static double metresPerDegreeNorth(double latitude) {
    double w = flattening(latitude);
    return Math.toRadians(SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED) / (w * w * w));
  }

  public static double metresPerDegreeEast(double latitude) {
    return Math.toRadians(
        SEMI_MAJOR_METRES * StrictMath.cos(Math.toRadians(latitude)) / flattening(latitude));
  }

  private static double flattening(double latitude) {
    double sine = StrictMath.sin(Math.toRadians(latitude));
    return Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine);
  }
}
