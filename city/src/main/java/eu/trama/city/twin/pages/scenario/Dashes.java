package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.LocalMetres;
import java.util.ArrayList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/// A line as dashes, so that a map shows it as something that is no longer there.
final class Dashes {

  private static final double DASH_METRES = 220;
  private static final double GAP_METRES = 180;
  private static final int MOST = 400;

  private Dashes() {}

  /// @param line in degrees
  static Geometry of(Geometry line, LocalMetres metres) {
    var indexed = new LengthIndexedLine(metres.fromDegrees(line));
    double length = indexed.getEndIndex();
    double period = Math.max(DASH_METRES + GAP_METRES, length / MOST);
    double dash = period * DASH_METRES / (DASH_METRES + GAP_METRES);
    var dashes = new ArrayList<LineString>();
    for (double at = 0; at < length; at += period) {
      Geometry piece = metres.toDegrees(indexed.extractLine(at, Math.min(length, at + dash)));
      for (int i = 0; i < piece.getNumGeometries(); i++) {
        if (piece.getGeometryN(i) instanceof LineString part && part.getNumPoints() > 1) {
          dashes.add(part);
        }
      }
    }
    return GeoJson.WGS84.createMultiLineString(dashes.toArray(LineString[]::new));
  }
}
