package eu.trama.engines.records.column;

import eu.trama.engines.records.copybook.Field;
import eu.trama.engines.records.copybook.Picture;
import eu.trama.engines.records.copybook.Usage;
import eu.trama.engines.records.value.Coding;

/// A loop over all rows of a numeric column, for one usage. What it cannot read at once it leaves
/// to the column's careful reading.
interface NumberLoop {
  void read(byte[] bytes, int[] places, int offset, long[] values, int count, LongColumn column);

  void write(byte[] bytes, int[] places, int offset, long[] values, int count, LongColumn column);

  /// The fastest loop for a field.
  static NumberLoop of(Field field, Coding coding) {
    Picture picture = field.item().picture().orElseThrow();
    if (!picture.numeric()) {
      return new CarefulLoop();
    }
    int digits = picture.digits();
    boolean signed = picture.signed();
    return switch (field.item().usage()) {
      case PACKED -> new PackedLoop(field.length(), digits, signed);
      case BINARY -> new BinaryLoop(field.length(), signed, limit(digits));
      case NATIVE_BINARY ->
          coding.dialect().nativeLittleEndian()
              ? new CarefulLoop()
              : new BinaryLoop(field.length(), signed, Long.MAX_VALUE);
      case DISPLAY -> {
        boolean plain =
            !signed || (!field.item().sign().leading() && !field.item().sign().separate());
        yield plain && coding.page().ebcdic() && field.item().usage() == Usage.DISPLAY
            ? new ZonedLoop(digits, signed)
            : new CarefulLoop();
      }
      default -> new CarefulLoop();
    };
  }

  private static long limit(int digits) {
    long limit = 1;
    for (int i = 0; i < digits; i++) {
      limit *= 10;
    }
    return limit;
  }

  /// Every value by the field's codec: right for every usage, and slow.
  final class CarefulLoop implements NumberLoop {
    @Override
    public void read(
        byte[] bytes, int[] places, int offset, long[] values, int count, LongColumn column) {
      for (int row = 0; row < count; row++) {
        values[row] = column.careful(bytes, places[row] + offset, row);
      }
    }

    @Override
    public void write(
        byte[] bytes, int[] places, int offset, long[] values, int count, LongColumn column) {
      for (int row = 0; row < count; row++) {
        column.write(bytes, places[row] + offset, row);
      }
    }
  }
}
