package eu.trama.engines.roads.graph;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Whole numbers of 4 or 8 bytes that are seldom read, little-endian, in memory or in a mapped
/// file. What a search reads again and again lies in plain arrays instead.
public final class Column {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final MemorySegment bytes;

  /// A column over bytes that are there already.
  public Column(MemorySegment bytes) {
    this.bytes = bytes;
  }

  public static Column of(int[] values) {
    MemorySegment bytes =
        MemorySegment.ofArray(new byte[Math.multiplyExact(values.length, Integer.BYTES)]);
    MemorySegment.copy(values, 0, bytes, INT, 0, values.length);
    return new Column(bytes);
  }

  public static Column of(long[] values) {
    MemorySegment bytes =
        MemorySegment.ofArray(new byte[Math.multiplyExact(values.length, Long.BYTES)]);
    MemorySegment.copy(values, 0, bytes, LONG, 0, values.length);
    return new Column(bytes);
  }

  public static Column of(byte[] values) {
    return new Column(MemorySegment.ofArray(values.clone()));
  }

  public MemorySegment bytes() {
    return bytes;
  }

  public int integer(int index) {
    return bytes.get(INT, (long) index * Integer.BYTES);
  }

  public long wide(int index) {
    return bytes.get(LONG, (long) index * Long.BYTES);
  }

  public int integers() {
    return Math.toIntExact(bytes.byteSize() / Integer.BYTES);
  }

  /// Copies all into an array.
  public int[] toInts() {
    int[] values = new int[integers()];
    MemorySegment.copy(bytes, INT, 0, values, 0, values.length);
    return values;
  }

  public byte[] toBytes() {
    return bytes.toArray(ValueLayout.JAVA_BYTE);
  }
}
