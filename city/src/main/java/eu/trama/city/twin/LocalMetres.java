package eu.trama.city.twin;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/// The plane in which a city is measured: its UTM zone on ETRS89, x to the east and y to the north,
/// metres. Within a zone lengths are right to one part in 2,500 (the scale on the zone's meridian
/// is 0.9996).
public final class LocalMetres {

  private static final int ETRS89_UTM = 25800;

  private final CoordinateTransform fromDegrees;
  private final CoordinateTransform toDegrees;
  private final GeometryFactory geometries = new GeometryFactory();

  private LocalMetres(int epsg) {
    int zone = epsg - ETRS89_UTM;
    if (zone < 1 || zone > 60) {
      throw new IllegalArgumentException("EPSG " + epsg + " is not ETRS89 / UTM");
    }
    var systems = new CRSFactory();
    CoordinateReferenceSystem degrees =
        systems.createFromParameters("WGS84", "+proj=longlat +datum=WGS84 +no_defs");
    CoordinateReferenceSystem metres =
        systems.createFromParameters(
            "ETRS89 UTM",
            "+proj=utm +zone=" + zone + " +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs");
    var transforms = new CoordinateTransformFactory();
    fromDegrees = transforms.createTransform(degrees, metres);
    toDegrees = transforms.createTransform(metres, degrees);
  }

  public static LocalMetres of(City city) {
    return utm(city.utmEpsg());
  }

  /// A UTM zone on ETRS89 by its EPSG code, 25801 to 25860.
  public static LocalMetres utm(int epsg) {
    return new LocalMetres(epsg);
  }

  public GeometryFactory geometries() {
    return geometries;
  }

  public Geometry fromDegrees(Geometry geometry) {
    return transformed(geometry, fromDegrees);
  }

  public Geometry toDegrees(Geometry geometry) {
    return GeoJson.WGS84.createGeometry(transformed(geometry, toDegrees));
  }

  private static Geometry transformed(Geometry geometry, CoordinateTransform transform) {
    return new GeometryTransformer() {
      @Override
      protected CoordinateSequence transformCoordinates(
          CoordinateSequence coordinates, Geometry parent) {
        var moved = new Coordinate[coordinates.size()];
        for (int i = 0; i < moved.length; i++) {
          var to = new ProjCoordinate();
          transform.transform(new ProjCoordinate(coordinates.getX(i), coordinates.getY(i)), to);
          moved[i] = new Coordinate(to.x, to.y);
        }
        return factory.getCoordinateSequenceFactory().create(moved);
      }
    }.transform(geometry);
  }
}
