package eu.trama.city.twin.packs;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.trama.city.twin.City;
import eu.trama.city.twin.LocalMetres;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/// Shapes that stand for zones while nobody imported their boundaries: each zone without children
/// gets the cell of places nearer to its centre than to any other (Voronoi), cut to a disc of 1.4
/// times the radius of a circle of its area; a zone with children gets their union. They are drawn,
/// and said, to be stand-ins.
final class StandInCells {

  private static final double DISC = 1.4;
  private static final double SQUARE_METRES_PER_HECTARE = 10_000;
  private static final double RADIUS_WITHOUT_AREA = 500;
  private static final double MARGIN = 20_000;

  private StandInCells() {}

  /// @return a shape in WGS 84 for every zone, by its id
  static Map<String, Geometry> of(List<NamedCsvRecord> zones, City city) {
    var metres = LocalMetres.of(city);
    var byLevel = new LinkedHashMap<String, List<NamedCsvRecord>>();
    zones.forEach(zone ->
        byLevel.computeIfAbsent(zone.getField("level"), level -> new ArrayList<>()).add(zone));
    var shapes = new HashMap<String, Geometry>();
    for (List<NamedCsvRecord> level : byLevel.values()) {
      cells(level, metres).forEach(shapes::put);
    }
    // Coarser levels are drawn as the union of the neighbourhoods, so that the borders of the
    // levels agree.
    uniteChildren(zones, "neighbourhood", "district", shapes);
    uniteChildren(zones, "district", "city", shapes);
    shapes.replaceAll((id, shape) -> metres.toDegrees(shape));
    return shapes;
  }

  private static void uniteChildren(
      List<NamedCsvRecord> zones, String child, String parent, Map<String, Geometry> shapes) {
    var parts = new HashMap<String, List<Geometry>>();
    for (NamedCsvRecord zone : zones) {
      if (zone.getField("level").equals(child)) {
        parts
            .computeIfAbsent(zone.getField("parent"), id -> new ArrayList<>())
            .add(java.util.Objects.requireNonNull(shapes.get(zone.getField("id"))));
      }
    }
    for (NamedCsvRecord zone : zones) {
      List<Geometry> own = parts.get(zone.getField("id"));
      if (zone.getField("level").equals(parent) && own != null) {
        shapes.put(zone.getField("id"), UnaryUnionOp.union(own));
      }
    }
  }

  private static Map<String, Geometry> cells(List<NamedCsvRecord> zones, LocalMetres metres) {
    var centres = new HashMap<Coordinate, NamedCsvRecord>();
    for (NamedCsvRecord zone : zones) {
      centres.put(metres.fromDegrees(PackFeatures.point(zone)).getCoordinate(), zone);
    }
    var shapes = new HashMap<String, Geometry>();
    if (centres.size() == 1) {
      centres.forEach(
          (centre, zone) -> shapes.put(zone.getField("id"), disc(centre, zone, metres)));
      return shapes;
    }
    var voronoi = new VoronoiDiagramBuilder();
    voronoi.setSites(centres.keySet());
    var frame = new Envelope();
    centres.keySet().forEach(frame::expandToInclude);
    frame.expandBy(MARGIN);
    voronoi.setClipEnvelope(frame);
    Geometry diagram = voronoi.getDiagram(metres.geometries());
    for (int i = 0; i < diagram.getNumGeometries(); i++) {
      Polygon cell = (Polygon) diagram.getGeometryN(i);
      var centre = (Coordinate) cell.getUserData();
      NamedCsvRecord zone = java.util.Objects.requireNonNull(centres.get(centre));
      shapes.put(zone.getField("id"), cell.intersection(disc(centre, zone, metres)));
    }
    return shapes;
  }

  private static Geometry disc(Coordinate centre, NamedCsvRecord zone, LocalMetres metres) {
    String area = zone.getField("area_ha");
    double radius =
        area.isEmpty()
            ? RADIUS_WITHOUT_AREA
            : Math.sqrt(Double.parseDouble(area) * SQUARE_METRES_PER_HECTARE / Math.PI);
    return metres.geometries().createPoint(centre).buffer(radius * DISC);
  }
}
