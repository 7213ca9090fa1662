package eu.trama.city.ogc.tiles;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/// Cuts lines to a box, segment by segment, as Liang and Barsky do ("A New Concept and Method for
/// Line Clipping", ACM Transactions on Graphics 3 (1), 1984). A general overlay, which looks for
/// crossings everywhere, took half of the time of a tile.
final class LineClip {

  private final Envelope box;
  private final List<Coordinate[]> pieces = new ArrayList<>();
  private final List<Coordinate> piece = new ArrayList<>();

  private LineClip(Envelope box) {
    this.box = box;
  }

  /// The pieces of a line that lie in the box, its boundary included; what only touches it in a
  /// point is none.
  static List<Coordinate[]> within(Envelope box, Coordinate[] line) {
    var clip = new LineClip(box);
    for (int i = 1; i < line.length; i++) {
      clip.segment(line[i - 1], line[i]);
    }
    clip.end();
    return clip.pieces;
  }

  private void segment(Coordinate from, Coordinate to) {
    double[] share = share(from, to);
    if (share == null) {
      end();
      return;
    }
    if (share[0] > 0) {
      end();
    }
    if (piece.isEmpty()) {
      piece.add(at(from, to, share[0]));
    }
    Coordinate last = at(from, to, share[1]);
    if (!last.equals2D(piece.getLast())) {
      piece.add(last);
    }
    if (share[1] < 1) {
      end();
    }
  }

  private void end() {
    if (piece.size() > 1) {
      pieces.add(piece.toArray(Coordinate[]::new));
    }
    piece.clear();
  }

  private static Coordinate at(Coordinate from, Coordinate to, double share) {
    if (share == 0 || share == 1) {
      return share == 0 ? from : to;
    }
    return new Coordinate(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
  }

  /// From where to where on its way the segment is in the box, 0 to 1; null where it never is.
  private double @Nullable [] share(Coordinate from, Coordinate to) {
    double[] share = {0, 1};
    boolean within =
        cut(from.x - to.x, from.x - box.getMinX(), share)
            && cut(to.x - from.x, box.getMaxX() - from.x, share)
            && cut(from.y - to.y, from.y - box.getMinY(), share)
            && cut(to.y - from.y, box.getMaxY() - from.y, share);
    return within ? share : null;
  }

  /// @param towards how much the segment nears that side, or leaves the box through it
  /// @param room how far within that side the segment begins
  /// @return whether something is left
  private static boolean cut(double towards, double room, double[] share) {
    if (towards == 0) {
      return room >= 0;
    }
    double crossing = room / towards;
    if (towards < 0) {
      share[0] = Math.max(share[0], crossing);
    } else {
      share[1] = Math.min(share[1], crossing);
    }
    return share[0] <= share[1];
  }
}
