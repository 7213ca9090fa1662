package eu.trama.engines.roads.graph;

import eu.trama.engines.roads.geo.Ground;
import java.util.Arrays;

/// Square cells of about 100 m, each with the edges that run through it.
///
/// Arrays are shared, not copied: they are to be read only.
///
/// @param south corner of the first cell, in units of 1e-7 degrees
/// @param west the same
/// @param rowUnits height of a cell in units
/// @param columnUnits width of a cell in units
/// @param first first of each cell's edges in `members`, with one entry more than cells
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
public record EdgeGrid(
    int south,
    int west,
    int rowUnits,
    int columnUnits,
    int rows,
    int columns,
    int[] first,
    int[] members) {
  private static final double CELL_METRES = 100;
  private static final double MOST_CELLS = 4e6;

  static EdgeGrid of(int[] latitudes, int[] longitudes, Edges edges) {
    Corners corners = new Corners();
    for (int j = 0; j < latitudes.length; j++) {
      corners.add(latitudes[j], longitudes[j]);
    }
    for (int i = 0; i + 1 < edges.shape().integers(); i += 2) {
      corners.add(edges.shape().integer(i), edges.shape().integer(i + 1));
    }
    if (corners.north < corners.south) {
      return new EdgeGrid(0, 0, 1, 1, 1, 1, new int[2], new int[0]);
    }
    Ground ground = Ground.around((int) ((corners.south + (long) corners.north) / 2));
    double high = ((double) corners.north - corners.south) * ground.northMetresPerUnit();
    double wide = ((double) corners.east - corners.west) * ground.eastMetresPerUnit();
    // A stray street far away must not make a grid of the whole globe at 100 m.
    double metres =
        Math.max(
            Math.max(CELL_METRES, Math.sqrt(high * wide / MOST_CELLS)),
            Math.max(high, wide) / MOST_CELLS);
    int rowUnits = (int) Math.min(1 << 29, Math.ceil(metres / ground.northMetresPerUnit()));
    int columnUnits = (int) Math.min(1 << 29, Math.ceil(metres / ground.eastMetresPerUnit()));
    int rows = (int) (((long) corners.north - corners.south) / rowUnits) + 1;
    int columns = (int) (((long) corners.east - corners.west) / columnUnits) + 1;
    EdgeGrid empty =
        new EdgeGrid(
            corners.south,
            corners.west,
            rowUnits,
            columnUnits,
            rows,
            columns,
            new int[rows * columns + 1],
            new int[0]);
    return empty.filled(latitudes, longitudes, edges);
  }

  private EdgeGrid filled(int[] latitudes, int[] longitudes, Edges edges) {
    int cells = rows * columns;
    int[] lastIn = new int[cells];
    Arrays.fill(lastIn, -1);
    trace(
        latitudes,
        longitudes,
        edges,
        (cell, edge) -> {
          if (lastIn[cell] != edge) {
            lastIn[cell] = edge;
            first[cell + 1]++;
          }
        });
    for (int cell = 0; cell < cells; cell++) {
      first[cell + 1] += first[cell];
    }
    int[] filled = new int[first[cells]];
    int[] next = first.clone();
    Arrays.fill(lastIn, -1);
    trace(
        latitudes,
        longitudes,
        edges,
        (cell, edge) -> {
          if (lastIn[cell] != edge) {
            lastIn[cell] = edge;
            filled[next[cell]++] = edge;
          }
        });
    return new EdgeGrid(south, west, rowUnits, columnUnits, rows, columns, first, filled);
  }

  int row(int latitude) {
    return (int) Math.floorDiv((long) latitude - south, (long) rowUnits);
  }

  int column(int longitude) {
    return (int) Math.floorDiv((long) longitude - west, (long) columnUnits);
  }

  @FunctionalInterface
  private interface Sink {
    void touches(int cell, int edge);
  }

  private void trace(int[] latitudes, int[] longitudes, Edges edges, Sink sink) {
    for (int e = 0; e < edges.count(); e++) {
      int lat = latitudes[edges.from()[e]];
      int lon = longitudes[edges.from()[e]];
      for (int i = edges.shapeFirst()[e]; i <= edges.shapeFirst()[e + 1]; i++) {
        boolean last = i == edges.shapeFirst()[e + 1];
        int nextLat = last ? latitudes[edges.to()[e]] : edges.shape().integer(i * 2);
        int nextLon = last ? longitudes[edges.to()[e]] : edges.shape().integer(i * 2 + 1);
        trace(lat, lon, nextLat, nextLon, e, sink);
        lat = nextLat;
        lon = nextLon;
      }
    }
  }

  /// Row by row, the columns that a straight piece passes, and one more where it may touch.
  private void trace(int lat1, int lon1, int lat2, int lon2, int edge, Sink sink) {
    boolean rising = lat1 <= lat2;
    double lowLat = rising ? lat1 : lat2;
    double lowLon = rising ? lon1 : lon2;
    double highLat = rising ? lat2 : lat1;
    double highLon = rising ? lon2 : lon1;
    int toRow = row((int) highLat);
    for (int row = row((int) lowLat); row <= toRow; row++) {
      double bottom = Math.max(lowLat, south + (double) row * rowUnits);
      double top = Math.min(highLat, south + (row + 1.0) * rowUnits);
      double slope = highLat == lowLat ? 0 : (highLon - lowLon) / (highLat - lowLat);
      double a = highLat == lowLat ? lowLon : lowLon + (bottom - lowLat) * slope;
      double b = highLat == lowLat ? highLon : lowLon + (top - lowLat) * slope;
      int fromColumn = column((int) Math.floor(Math.min(a, b)));
      int toColumn = column((int) Math.ceil(Math.max(a, b)));
      for (int c = Math.max(0, fromColumn); c <= Math.min(columns - 1, toColumn); c++) {
        sink.touches(row * columns + c, edge);
      }
    }
  }

  private static final class Corners {
    private int south = Integer.MAX_VALUE;
    private int west = Integer.MAX_VALUE;
    private int north = Integer.MIN_VALUE;
    private int east = Integer.MIN_VALUE;

    private void add(int latitude, int longitude) {
      south = Math.min(south, latitude);
      west = Math.min(west, longitude);
      north = Math.max(north, latitude);
      east = Math.max(east, longitude);
    }
  }
}
