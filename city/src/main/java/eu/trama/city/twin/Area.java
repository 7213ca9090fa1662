package eu.trama.city.twin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/// A part of the earth, asked for by its boxes in degrees WGS 84: one, or two that meet at the
/// antimeridian.
public final class Area {

  private final List<Envelope> boxes;
  private final PreparedGeometry shape;
  private final boolean exact;

  private Area(List<Envelope> boxes, Geometry shape, boolean exact) {
    this.boxes = List.copyOf(boxes);
    this.shape = PreparedGeometryFactory.prepare(shape);
    this.exact = exact;
  }

  /// Boxes along meridians and parallels.
  public static Area of(Envelope... boxes) {
    Geometry[] shapes = new Geometry[boxes.length];
    for (int i = 0; i < boxes.length; i++) {
      shapes[i] = GeoJson.WGS84.toGeometry(boxes[i]);
    }
    Geometry whole =
        shapes.length == 1 ? shapes[0] : GeoJson.WGS84.createGeometryCollection(shapes);
    return new Area(List.of(boxes), whole, true);
  }

  /// A shape that is no such box, as a box of another coordinate system is.
  public static Area within(Geometry shape) {
    return new Area(List.of(shape.getEnvelopeInternal()), shape, false);
  }

  public List<Envelope> boxes() {
    return boxes;
  }

  /// Whether a geometry meets this area; its boundary belongs to it.
  public boolean meets(@Nullable Geometry geometry) {
    if (geometry == null) {
      return false;
    }
    var box = geometry.getEnvelopeInternal();
    if (boxes.stream().noneMatch(box::intersects)) {
      return false;
    }
    boolean inside = exact && boxes.stream().anyMatch(each -> each.contains(box));
    return inside || shape.intersects(geometry);
  }

  /// Whether what lies wholly inside one of the boxes meets this area, whatever its shape.
  boolean decidedByBoxes() {
    return exact;
  }
}
