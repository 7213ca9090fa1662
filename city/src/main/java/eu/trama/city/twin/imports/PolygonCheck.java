package eu.trama.city.twin.imports;

import eu.trama.city.twin.Findings;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/// Whether a boundary is a valid polygon in the sense of OGC simple features. One that is not is
/// mended only where that changes next to nothing, as with a doubled point or a hair of a spike.
final class PolygonCheck {

  /// The greatest part of its area that mending a boundary may change.
  private static final double NEGLIGIBLE = 0.001;

  private PolygonCheck() {}

  /// The boundary to take; nothing, and an error with the place, where there is none.
  static Optional<Geometry> check(GeoFeature feature, Findings findings) {
    Geometry shape = feature.geometry();
    if (!(shape instanceof Polygonal)) {
      feature.error(
          findings,
          "geometry-kind",
          "geometry",
          shape.getGeometryType(),
          "A boundary is a Polygon or a MultiPolygon.");
      return Optional.empty();
    }
    TopologyValidationError fault = new IsValidOp(shape).getValidationError();
    if (fault == null) {
      return Optional.of(shape);
    }
    String place =
        fault.getMessage() + " at " + fault.getCoordinate().y + ", " + fault.getCoordinate().x;
    Geometry mended = GeometryFixer.fix(shape);
    double change = Math.abs(mended.getArea() - shape.getArea());
    if (mended instanceof Polygonal && change < NEGLIGIBLE * shape.getArea()) {
      feature.warning(
          findings,
          "polygon-mended",
          "geometry",
          place,
          "It was mended, which changes its area by less than 0.1 %; tell the publisher.");
      return Optional.of(mended);
    }
    feature.error(
        findings,
        "polygon-invalid",
        "geometry",
        place,
        "Mend the boundary at this place (latitude, longitude) and import it again.");
    return Optional.empty();
  }
}
