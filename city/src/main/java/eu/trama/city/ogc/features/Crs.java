package eu.trama.city.ogc.features;

import eu.trama.city.ogc.Problem;
import eu.trama.city.twin.City;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/// A coordinate reference system in which coordinates can be given and had (OGC API Features Part
/// 2, 18-058r1), with the order of axes that its authority defines.
///
/// @param uri what names it in `crs` and `bbox-crs`
/// @param proj how PROJ writes it
/// @param northFirst whether the first axis points north, as that of EPSG:4326 does
/// @param decimals digits behind the point that a centimetre needs
public record Crs(String uri, String proj, boolean northFirst, int decimals) {

  private static final String OGC = "http://www.opengis.net/def/crs/OGC/1.3/";
  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
  private static final String DEGREES = "+proj=longlat +datum=WGS84 +no_defs";
  private static final int DEGREE_DECIMALS = 7;
  private static final int METRE_DECIMALS = 2;

  /// What the twin stores: longitude, latitude, degrees.
  public static final Crs CRS84 = new Crs(OGC + "CRS84", DEGREES, false, DEGREE_DECIMALS);

  private static final Crs WGS84 = new Crs(EPSG + "4326", DEGREES, true, DEGREE_DECIMALS);
  private static final Crs WEB_MERCATOR =
      new Crs(
          EPSG + "3857",
          "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m"
              + " +nadgrids=@null +no_defs",
          false,
          METRE_DECIMALS);

  private static final int ETRS89_UTM = 25800;
  private static final int WGS84_UTM_NORTH = 32600;
  private static final Map<String, CoordinateReferenceSystem> SYSTEMS = new ConcurrentHashMap<>();

  /// Those of a city, the default first.
  public static List<Crs> of(City city) {
    int zone = city.utmEpsg() - ETRS89_UTM;
    String utm = "+proj=utm +zone=" + zone;
    return List.of(
        CRS84,
        WGS84,
        WEB_MERCATOR,
        new Crs(
            EPSG + (ETRS89_UTM + zone),
            utm + " +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs",
            false,
            METRE_DECIMALS),
        new Crs(
            EPSG + (WGS84_UTM_NORTH + zone),
            utm + " +datum=WGS84 +units=m +no_defs",
            false,
            METRE_DECIMALS));
  }

  /// @param parameter where the name stands
  static Crs named(City city, String parameter, String uri) {
    List<Crs> known = of(city);
    return known.stream()
        .filter(crs -> crs.uri.equals(uri))
        .findFirst()
        .orElseThrow(() ->
            Problem.parameter(
                parameter,
                uri,
                "Give one of: " + String.join(", ", known.stream().map(Crs::uri).toList()) + "."));
  }

  boolean isDegrees() {
    return proj.equals(DEGREES);
  }

  /// From degrees, x to the east, to this system, still x to the east.
  Geometry fromDegrees(Geometry geometry) {
    return isDegrees() ? geometry : transformed(geometry, CRS84, this);
  }

  /// From this system, x to the east, to degrees.
  Geometry toDegrees(Geometry geometry) {
    return isDegrees() ? geometry : transformed(geometry, this, CRS84);
  }

  private CoordinateReferenceSystem system() {
    return SYSTEMS.computeIfAbsent(uri, u -> new CRSFactory().createFromParameters(u, proj));
  }

  private static Geometry transformed(Geometry geometry, Crs from, Crs to) {
    var transform = new CoordinateTransformFactory().createTransform(from.system(), to.system());
    var source = new ProjCoordinate();
    var target = new ProjCoordinate();
    return new GeometryTransformer() {
      @Override
      protected CoordinateSequence transformCoordinates(
          CoordinateSequence coordinates, Geometry parent) {
        Coordinate[] moved = new Coordinate[coordinates.size()];
        for (int i = 0; i < moved.length; i++) {
          source.setValue(coordinates.getX(i), coordinates.getY(i));
          transform.transform(source, target);
          moved[i] = new Coordinate(target.x, target.y);
        }
        return new GeometryFactory().getCoordinateSequenceFactory().create(moved);
      }
    }.transform(geometry);
  }
}
