package eu.trama.city.twin.imports;

import eu.trama.city.twin.LocalMetres;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// The coordinate system of a GeoJSON file, as its `crs` member names it (GeoJSON 2008, section 3;
/// RFC 7946 dropped the member, files kept it). WGS 84, ETRS89, which within a metre is the same,
/// and ETRS89 / UTM zones 30 to 33 are understood. Longitude or easting stands first, as in all
/// GeoJSON.
record Crs(String name, @Nullable LocalMetres metres) {

  static final Crs DEGREES = new Crs("WGS 84", null);

  private static final Pattern CRS84 = Pattern.compile("(?i).*CRS[:/]?84|CRS84");
  private static final Pattern EPSG = Pattern.compile("(?i).*EPSG(?:[:/]+[0-9.]*)?[:/]+(\\d{4,5})");
  private static final int WGS84 = 4326;
  private static final int ETRS89 = 4258;
  private static final int UTM30 = 25830;
  private static final int UTM33 = 25833;

  static Optional<Crs> named(String name) {
    String given = name.strip();
    if (CRS84.matcher(given).matches()) {
      return Optional.of(DEGREES);
    }
    Matcher epsg = EPSG.matcher(given);
    if (!epsg.matches()) {
      return Optional.empty();
    }
    int code = Integer.parseInt(epsg.group(1));
    if (code == WGS84 || code == ETRS89) {
      return Optional.of(DEGREES);
    }
    return code >= UTM30 && code <= UTM33
        ? Optional.of(new Crs("ETRS89 / UTM", LocalMetres.utm(code)))
        : Optional.empty();
  }

  Geometry toDegrees(Geometry geometry) {
    return metres == null ? geometry : metres.toDegrees(geometry);
  }
}
