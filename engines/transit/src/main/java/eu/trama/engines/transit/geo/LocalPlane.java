package eu.trama.engines.transit.geo;

/// Local metres east and north of a reference point: the equirectangular projection with the two
/// radii of curvature of the WGS 84 ellipsoid at the reference latitude (Snyder, *Map Projections:
/// A Working Manual*, USGS 1987, section 12 and equations 4-20, 4-21).
///
/// Error: north-south below 0.01 % within 100 km; east-west the relative error is about
/// `tan(latitude) * (latitude difference in radians)`, that is 0.45 % at 30 km north of a reference
/// at 44 degrees. [#metres] takes the middle latitude of its two points and stays below 0.01 % for
/// points up to 50 km apart outside the polar circles.
public final class LocalPlane {
  private static final double SEMI_MAJOR_METRES = 6_378_137.0;
  private static final double ECCENTRICITY_SQUARED = 0.00669437999014;

  private final double latitude;
  private final double longitude;
  private final double metresPerDegreeNorth;
  private final double metresPerDegreeEast;

  public LocalPlane(double latitude, double longitude) {
    this.latitude = latitude;
    this.longitude = longitude;
    this.metresPerDegreeNorth = metresPerDegreeNorth(latitude);
    this.metresPerDegreeEast = metresPerDegreeEast(latitude);
  }

  /// Metres east of the reference.
  public double x(double placeLongitude) {
    return (placeLongitude - longitude) * metresPerDegreeEast;
  }

  /// Metres north of the reference.
  public double y(double placeLatitude) {
    return (placeLatitude - latitude) * metresPerDegreeNorth;
  }

  /// Metres between two places in a straight line.
  public static double metres(double lat1, double lon1, double lat2, double lon2) {
    double middle = (lat1 + lat2) / 2;
    double north = (lat2 - lat1) * metresPerDegreeNorth(middle);
    double east = (lon2 - lon1) * metresPerDegreeEast(middle);
    return Math.sqrt(north * north + east * east);
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
