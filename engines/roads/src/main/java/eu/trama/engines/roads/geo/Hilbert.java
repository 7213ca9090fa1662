package eu.trama.engines.roads.geo;

/// Places in the order of Hilbert's curve, so that what is near on the ground is near in memory: a
/// search that grows from a point then reads few cache lines.
public final class Hilbert {
  private static final int LEVELS = 16;

  private final int south;
  private final int west;
  private final int shift;

  /// An order for places between the corners, in units of 1e-7 degrees.
  public Hilbert(int south, int west, int north, int east) {
    this.south = south;
    this.west = west;
    long widest = Math.max((long) north - south, (long) east - west);
    this.shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(widest) - LEVELS);
  }

  /// Position along the curve, from 0 to 2^32 - 1.
  public long position(int latitude, int longitude) {
    int x = (int) (((long) longitude - west) >> shift);
    int y = (int) (((long) latitude - south) >> shift);
    long position = 0;
    for (int side = 1 << (LEVELS - 1); side > 0; side >>= 1) {
      int right = (x & side) == 0 ? 0 : 1;
      int upper = (y & side) == 0 ? 0 : 1;
      position += (long) side * side * ((3 * right) ^ upper);
      if (upper == 0) {
        if (right == 1) {
          x = side - 1 - (x & (side - 1));
          y = side - 1 - (y & (side - 1));
        }
        int swapped = x;
        x = y;
        y = swapped;
      }
    }
    return position;
  }
}
