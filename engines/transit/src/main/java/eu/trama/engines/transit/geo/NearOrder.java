package eu.trama.engines.transit.geo;

import java.util.Arrays;

/// An order in which places that follow each other lie near each other: along Hilbert's curve over
/// their bounding box (Hilbert, *Über die stetige Abbildung einer Linie auf ein Flächenstück*,
/// 1891).
public final class NearOrder {
  private static final int LEVELS = 16;

  private NearOrder() {}

  /// Places by their number, each once.
  public static int[] of(Places places) {
    double south = Double.POSITIVE_INFINITY;
    double west = Double.POSITIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < places.size(); i++) {
      south = Math.min(south, places.latitude(i));
      north = Math.max(north, places.latitude(i));
      west = Math.min(west, places.longitude(i));
      east = Math.max(east, places.longitude(i));
    }
    double scale = ((1 << LEVELS) - 1) / Math.max(1e-9, Math.max(north - south, east - west));
    long[] keys = new long[places.size()];
    for (int i = 0; i < keys.length; i++) {
      int x = (int) ((places.longitude(i) - west) * scale);
      int y = (int) ((places.latitude(i) - south) * scale);
      keys[i] = along(x, y) << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    int[] order = new int[keys.length];
    Arrays.setAll(order, i -> (int) keys[i]);
    return order;
  }

  private static long along(int atX, int atY) {
    int x = atX;
    int y = atY;
    long distance = 0;
    for (int side = 1 << (LEVELS - 1); side > 0; side /= 2) {
      int right = (x & side) == 0 ? 0 : 1;
      int up = (y & side) == 0 ? 0 : 1;
      distance = distance << 2 | ((3 * right) ^ up);
      if (up == 0) {
        int mirrored = right == 1 ? ~x : x;
        x = right == 1 ? ~y : y;
        y = mirrored;
      }
    }
    return distance;
  }
}
