package eu.trama.city.twin.imports;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.ImportFile;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.JsonNode;

/// The vertices of a CityJSON file, in metres of a plane: x to the east, y to the north, z up.
///
/// Files disagree on whether the axes stand as their coordinate system defines them or easting
/// first, so the order is the one in which the vertices lie near the city.
final class CityJsonVertices {

  private static final int DIMENSIONS = 3;

  private final double[] xyz;
  private final PlaneCrs crs;

  private CityJsonVertices(double[] xyz, PlaneCrs crs) {
    this.xyz = xyz;
    this.crs = crs;
  }

  /// @throws BadInput where the vertices, their transform or their coordinate system are not to be
  ///   used
  static CityJsonVertices of(JsonNode document, ImportFile file) {
    String name = document.path("metadata").path("referenceSystem").asString("");
    Optional<PlaneCrs> crs = PlaneCrs.named(name, file.city().utmEpsg());
    CityJsonImporter.require(
        file,
        crs.isPresent(),
        name.isEmpty() ? "crs-missing" : "crs-unknown",
        "metadata.referenceSystem",
        name,
        "Name the file’s EPSG code, or convert it, for example with: cjio FILE crs_reproject "
            + file.city().utmEpsg());
    double[] scale = triple(document.path("transform").path("scale"), file, "transform.scale");
    double[] shift =
        triple(document.path("transform").path("translate"), file, "transform.translate");
    JsonNode list = document.path("vertices");
    CityJsonImporter.require(
        file,
        list.isArray() && !list.isEmpty(),
        "vertices-missing",
        "vertices",
        "",
        "Give the list of vertices.");
    var xyz = new double[list.size() * DIMENSIONS];
    int at = 0;
    for (JsonNode vertex : list) {
      for (int i = 0; i < DIMENSIONS; i++) {
        boolean whole = vertex.size() == DIMENSIONS && vertex.get(i).isIntegralNumber();
        CityJsonImporter.require(
            file,
            whole,
            "vertex-not-whole",
            "vertices[" + at / DIMENSIONS + "]",
            vertex.toString(),
            "A vertex is three whole numbers, to which the transform is applied.");
        xyz[at++] = vertex.get(i).asDouble() * scale[i] + shift[i];
      }
    }
    return new CityJsonVertices(xyz, crs.orElseThrow()).inOrder(new Place(file.city()), file);
  }

  private CityJsonVertices inOrder(Place place, ImportFile file) {
    if (near(place, file)) {
      return this;
    }
    var exchanged = xyz.clone();
    for (int i = 0; i < exchanged.length; i += DIMENSIONS) {
      exchanged[i] = xyz[i + 1];
      exchanged[i + 1] = xyz[i];
    }
    var other = new CityJsonVertices(exchanged, crs);
    if (other.near(place, file)) {
      return other;
    }
    throw new BadInput(place.fault(firstDegrees(), file.name(), 0, "vertices").orElseThrow());
  }

  private boolean near(Place place, ImportFile file) {
    return place.fault(firstDegrees(), file.name(), 0, "vertices").isEmpty();
  }

  private Coordinate firstDegrees() {
    return crs.degrees(new Coordinate(xyz[0], xyz[1]));
  }

  private static double[] triple(JsonNode list, ImportFile file, String field) {
    boolean good =
        list.size() == DIMENSIONS
            && list.values().stream()
                .allMatch(each -> each.isNumber() && Double.isFinite(each.asDouble()));
    CityJsonImporter.require(
        file, good, "transform-missing", field, list.toString(), "Give three numbers.");
    return new double[] {list.get(0).asDouble(), list.get(1).asDouble(), list.get(2).asDouble()};
  }

  int size() {
    return xyz.length / DIMENSIONS;
  }

  /// East, north and up; metres.
  Coordinate at(int index) {
    int from = index * DIMENSIONS;
    Coordinate flat = crs.metres(new Coordinate(xyz[from], xyz[from + 1]));
    return new Coordinate(flat.x, flat.y, xyz[from + 2]);
  }

  PlaneCrs crs() {
    return crs;
  }
}
