package eu.trama.engines.transit.walking;

import java.util.function.IntConsumer;

/// Finds the segments near a point: a grid of square cells, each listing the segments whose
/// bounding box touches it. A segment may be told more than once.
final class SegmentGrid {
  private static final double LEAST_CELL_METRES = 100;
  private static final double MOST_CELLS = 4e6;

  private final double cellMetres;

  private final double minX;
  private final double minY;
  private final int columns;
  private final int rows;
  private final int[] first;
  private final int[] members;

  SegmentGrid(Segments segments) {
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;
    for (int node = 0; node < segments.nodeCount(); node++) {
      west = node == 0 ? segments.x(node) : Math.min(west, segments.x(node));
      south = node == 0 ? segments.y(node) : Math.min(south, segments.y(node));
      east = node == 0 ? segments.x(node) : Math.max(east, segments.x(node));
      north = node == 0 ? segments.y(node) : Math.max(north, segments.y(node));
    }
    minX = west;
    minY = south;
    // A stray street far away must not make a grid of the whole globe at 100 m.
    cellMetres =
        Math.max(LEAST_CELL_METRES, Math.sqrt((east - west) * (north - south) / MOST_CELLS));
    columns = (int) ((east - west) / cellMetres) + 1;
    rows = (int) ((north - south) / cellMetres) + 1;
    first = new int[Math.multiplyExact(columns, rows) + 1];
    for (int s = 0; s < segments.count(); s++) {
      cells(segments, s, cell -> first[cell + 1]++);
    }
    for (int cell = 0; cell < columns * rows; cell++) {
      first[cell + 1] += first[cell];
    }
    members = new int[first[columns * rows]];
    int[] next = first.clone();
    for (int s = 0; s < segments.count(); s++) {
      int segment = s;
      cells(segments, s, cell -> members[next[cell]++] = segment);
    }
  }

  /// Tells every segment that comes within the metres of a point, and others.
  void near(double x, double y, double metres, IntConsumer candidate) {
    box(
        x - metres,
        y - metres,
        x + metres,
        y + metres,
        cell -> {
          for (int i = first[cell]; i < first[cell + 1]; i++) {
            candidate.accept(members[i]);
          }
        });
  }

  /// Tells every segment whose box may touch that of the given one.
  void near(Segments segments, int segment, IntConsumer candidate) {
    cells(
        segments,
        segment,
        cell -> {
          for (int i = first[cell]; i < first[cell + 1]; i++) {
            candidate.accept(members[i]);
          }
        });
  }

  private void cells(Segments segments, int s, IntConsumer cell) {
    double ax = segments.x(segments.from(s));
    double ay = segments.y(segments.from(s));
    double bx = segments.x(segments.to(s));
    double by = segments.y(segments.to(s));
    box(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by), cell);
  }

  private void box(double west, double south, double east, double north, IntConsumer cell) {
    int fromColumn = (int) Math.max(0, Math.floor((west - minX) / cellMetres));
    int toColumn = (int) Math.min(columns - 1, Math.floor((east - minX) / cellMetres));
    int fromRow = (int) Math.max(0, Math.floor((south - minY) / cellMetres));
    int toRow = (int) Math.min(rows - 1, Math.floor((north - minY) / cellMetres));
    for (int row = fromRow; row <= toRow; row++) {
      for (int column = fromColumn; column <= toColumn; column++) {
        cell.accept(row * columns + column);
      }
    }
  }
}
