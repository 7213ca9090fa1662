package eu.trama.engines.roads.graph;

import eu.trama.engines.roads.geo.Ground;
import eu.trama.engines.roads.rules.Mode;

/// Finds the street nearest to a place that a mode may use. A street of the largest connected part
/// is taken wherever one lies within the distance; another only where there is none, so that a yard
/// cut off from the city does not catch whoever stands beside it. One thread's own.
public final class Snapper {
  private final RoadGraph graph;
  private final EdgeGrid grid;
  private int bestEdge;
  private double bestMetres;
  private double mostMetres;
  private boolean bestMain;
  private int bestPiece;
  private double bestShareOfPiece;
  private int pieceAt;
  private double shareAt;

  Snapper(RoadGraph graph, EdgeGrid grid) {
    this.graph = graph;
    this.grid = grid;
  }

  /// The nearest street.
  ///
  /// @param mostMetres how far it may be
  /// @return [Snap#NOWHERE] where there is none, or the place is not on the globe
  public Snap nearest(double latitude, double longitude, Mode mode, double mostMetres) {
    if (!Ground.onGlobe(latitude, longitude)) {
      return Snap.NOWHERE;
    }
    int lat = Ground.units(latitude);
    int lon = Ground.units(longitude);
    Ground ground = Ground.around(lat);
    double cell =
        Math.min(
            grid.rowUnits() * ground.northMetresPerUnit(),
            grid.columnUnits() * ground.eastMetresPerUnit());
    bestEdge = -1;
    bestMetres = 0;
    this.mostMetres = mostMetres;
    bestMain = false;
    int row = grid.row(lat);
    int column = grid.column(lon);
    // All within `ring - 1` cells has been seen once the ring before was searched.
    int rings = (int) Math.ceil(Math.min(mostMetres, 1e7) / Math.max(cell, 1e-3)) + 1;
    int widest = Math.max(reach(row, grid.rows()), reach(column, grid.columns()));
    for (int ring = 0; ring <= Math.min(rings, widest); ring++) {
      if (bestMain && bestMetres <= (ring - 1) * cell) {
        break;
      }
      searchRing(row, column, ring, lat, lon, mode, ground);
    }
    return bestEdge < 0 ? Snap.NOWHERE : snap(ground);
  }

  private static int reach(int at, int count) {
    return Math.max(Math.abs(at), Math.abs(count - 1 - at));
  }

  private void searchRing(
      int row, int column, int ring, int lat, int lon, Mode mode, Ground ground) {
    int fromRow = Math.max(0, row - ring);
    int toRow = Math.min(grid.rows() - 1, row + ring);
    for (int r = fromRow; r <= toRow; r++) {
      boolean full = r == row - ring || r == row + ring;
      int step = full || ring == 0 ? 1 : 2 * ring;
      for (int c = column - ring; c <= column + ring; c += step) {
        if (c >= 0 && c < grid.columns()) {
          int at = r * grid.columns() + c;
          for (int i = grid.first()[at]; i < grid.first()[at + 1]; i++) {
            consider(grid.members()[i], lat, lon, mode, ground);
          }
        }
      }
    }
  }

  private void consider(int edge, int lat, int lon, Mode mode, Ground ground) {
    Edges edges = graph.edges();
    if (!edges.usable(edge, mode) || (bestMain && !edges.main(edge, mode))) {
      return;
    }
    boolean main = edges.main(edge, mode);
    double metres = distance(edge, lat, lon, ground);
    // Of two equally near the lower number is taken, in whatever order cells are looked at.
    boolean better =
        metres <= mostMetres
            && (bestEdge < 0
                || main != bestMain
                || metres < bestMetres
                || (metres == bestMetres && edge < bestEdge));
    if (better) {
      bestEdge = edge;
      bestMetres = metres;
      bestMain = main;
      bestPiece = pieceAt;
      bestShareOfPiece = shareAt;
    }
  }

  /// Metres to the nearest point of an edge; notes which piece of it that is on.
  private double distance(int edge, int lat, int lon, Ground ground) {
    double north = ground.northMetresPerUnit();
    double east = ground.eastMetresPerUnit();
    int points = graph.edges().points(edge);
    double best = Double.POSITIVE_INFINITY;
    double ax = ((double) graph.longitude(edge, 0) - lon) * east;
    double ay = ((double) graph.latitude(edge, 0) - lat) * north;
    for (int p = 1; p < points; p++) {
      double bx = ((double) graph.longitude(edge, p) - lon) * east;
      double by = ((double) graph.latitude(edge, p) - lat) * north;
      double dx = bx - ax;
      double dy = by - ay;
      double square = dx * dx + dy * dy;
      double share = square == 0 ? 0 : Math.clamp(-(ax * dx + ay * dy) / square, 0, 1);
      double x = ax + share * dx;
      double y = ay + share * dy;
      double distance = x * x + y * y;
      if (distance < best) {
        best = distance;
        pieceAt = p - 1;
        shareAt = share;
      }
      ax = bx;
      ay = by;
    }
    return Math.sqrt(best);
  }

  private Snap snap(Ground ground) {
    double before = 0;
    double all = 0;
    int points = graph.edges().points(bestEdge);
    for (int p = 1; p < points; p++) {
      double metres =
          ground.metres(
              graph.latitude(bestEdge, p - 1),
              graph.longitude(bestEdge, p - 1),
              graph.latitude(bestEdge, p),
              graph.longitude(bestEdge, p));
      if (p - 1 < bestPiece) {
        before += metres;
      } else if (p - 1 == bestPiece) {
        before += metres * bestShareOfPiece;
      }
      all += metres;
    }
    int lat1 = graph.latitude(bestEdge, bestPiece);
    int lon1 = graph.longitude(bestEdge, bestPiece);
    int lat2 = graph.latitude(bestEdge, bestPiece + 1);
    int lon2 = graph.longitude(bestEdge, bestPiece + 1);
    return new Snap(
        bestEdge,
        all == 0 ? 0 : Math.clamp(before / all, 0, 1),
        bestMetres,
        (int) Math.round(lat1 + bestShareOfPiece * ((double) lat2 - lat1)),
        (int) Math.round(lon1 + bestShareOfPiece * ((double) lon2 - lon1)));
  }
}
