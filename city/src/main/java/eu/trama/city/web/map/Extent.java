package eu.trama.city.web.map;

/// What a map shows at first, in degrees of WGS 84.
public record Extent(double west, double south, double east, double north) {
  public Extent {
    if (!(west < east
        && south < north
        && west >= -180
        && east <= 180
        && south > -86
        && north < 86)) {
      throw new IllegalArgumentException(
          "not an extent in degrees: west %s, south %s, east %s, north %s"
              .formatted(west, south, east, north));
    }
  }
}
