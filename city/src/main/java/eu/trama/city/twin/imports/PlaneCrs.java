package eu.trama.city.twin.imports;

import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.LocalMetres;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/// A coordinate system by its EPSG code, and the way from it to degrees and to the city's plane.
/// Easting or longitude stands first; heights are as the file has them.
final class PlaneCrs {

  private static final Pattern EPSG = Pattern.compile("(?i).*EPSG(?:[:/]+[0-9.]*)?[:/]+(\\d{4,5})");

  /// Systems with heights by the plane system that they are made of (EPSG dataset).
  private static final Map<Integer, Integer> PLANE =
      Map.of(
          7415, 28992, 4979, 4326, 4937, 4258, 5554, 25831, 5555, 25832, 5556, 25833, 7423, 4258);

  private static final String UTM =
      "+proj=utm +zone=%d +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs";
  private static final String LONGLAT = "+proj=longlat +datum=WGS84 +no_defs";

  /// Parameters of PROJ of the systems in which cities of Catalonia, Italy and the Netherlands
  /// publish, beside the UTM zones of ETRS89 and WGS 84.
  private static final Map<Integer, String> PARAMETERS =
      Map.of(
          4326,
          LONGLAT,
          4258,
          LONGLAT,
          28992,
          "+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000"
              + " +y_0=463000 +ellps=bessel"
              + " +towgs84=565.4171,50.3319,465.5524,1.9342,-1.6677,9.1019,4.0725 +units=m +no_defs",
          3003,
          "+proj=tmerc +lat_0=0 +lon_0=9 +k=0.9996 +x_0=1500000 +y_0=0 +ellps=intl"
              + " +towgs84=-104.1,-49.1,-9.9,0.971,-2.917,0.714,-11.68 +units=m +no_defs",
          6707,
          UTM.formatted(32),
          6708,
          UTM.formatted(33),
          7791,
          UTM.formatted(32),
          7792,
          UTM.formatted(33));

  private final CoordinateTransform toDegrees;
  private final CoordinateTransform toMetres;
  private final LocalMetres local;

  private PlaneCrs(String parameters, int utmEpsg) {
    var systems = new CRSFactory();
    CoordinateReferenceSystem given = systems.createFromParameters("given", parameters);
    CoordinateReferenceSystem degrees = systems.createFromParameters("WGS84", LONGLAT);
    CoordinateReferenceSystem metres =
        systems.createFromParameters("ETRS89 UTM", UTM.formatted(utmEpsg % 100));
    var transforms = new CoordinateTransformFactory();
    toDegrees = transforms.createTransform(given, degrees);
    toMetres = transforms.createTransform(given, metres);
    local = LocalMetres.utm(utmEpsg);
  }

  /// @param utmEpsg the city's own plane
  static Optional<PlaneCrs> named(String name, int utmEpsg) {
    Matcher epsg = EPSG.matcher(name);
    if (!epsg.matches()) {
      return Optional.empty();
    }
    int given = Integer.parseInt(epsg.group(1));
    int code = PLANE.getOrDefault(given, given);
    return parameters(code).map(parameters -> new PlaneCrs(parameters, utmEpsg));
  }

  private static Optional<String> parameters(int code) {
    int zone = code % 100;
    boolean utm = (code / 100 == 258 || code / 100 == 326) && zone >= 1 && zone <= 60;
    return utm ? Optional.of(UTM.formatted(zone)) : Optional.ofNullable(PARAMETERS.get(code));
  }

  /// Degrees of what lies in this system; not a number where it lies nowhere.
  Coordinate degrees(Coordinate at) {
    return moved(at, toDegrees);
  }

  /// Metres of the city's plane.
  Coordinate metres(Coordinate at) {
    return moved(at, toMetres);
  }

  /// Degrees of a shape in the city's plane.
  Geometry degrees(Geometry metres) {
    return GeoJson.WGS84.createGeometry(local.toDegrees(metres));
  }

  private static Coordinate moved(Coordinate at, CoordinateTransform way) {
    var to = new ProjCoordinate();
    way.transform(new ProjCoordinate(at.x, at.y), to);
    return new Coordinate(to.x, to.y);
  }
}
