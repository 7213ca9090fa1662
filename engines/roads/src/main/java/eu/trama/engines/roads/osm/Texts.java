package eu.trama.engines.roads.osm;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The table of texts of one block. A text becomes a [String] when somebody asks for it, and
/// whether it is one of the keys is looked up once.
final class Texts {
  // Blocks hold some 8,000 elements; writers split them long before this.
  private static final int MOST = 1 << 20;

  private byte[] bytes = new byte[0];
  private int[] starts = new int[256];
  private int[] lengths = new int[256];
  private @Nullable String[] made = new @Nullable String[256];
  private @Nullable Key[] keys = new @Nullable Key[256];
  private boolean[] looked = new boolean[256];
  private int count;

  void clear() {
    Arrays.fill(made, 0, count, null);
    Arrays.fill(looked, 0, count, false);
    count = 0;
  }

  void read(byte[] block, Wire table) throws PbfException {
    bytes = block;
    while (table.more()) {
      int field = table.field();
      if (field == (1 << 3 | Wire.BYTES)) {
        int length = table.length();
        add(table.at(), length);
        table.pass(length);
      } else {
        table.skip(field & 7);
      }
    }
  }

  private void add(int start, int length) throws PbfException {
    if (count == MOST) {
      throw PbfException.damaged("a block of more than " + MOST + " texts");
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      lengths = Arrays.copyOf(lengths, count * 2);
      made = Arrays.copyOf(made, count * 2);
      keys = Arrays.copyOf(keys, count * 2);
      looked = Arrays.copyOf(looked, count * 2);
    }
    starts[count] = start;
    lengths[count] = length;
    count++;
  }

  int count() {
    return count;
  }

  @Nullable Key key(int index) {
    if (!looked[index]) {
      looked[index] = true;
      keys[index] = Key.of(text(index));
    }
    return keys[index];
  }

  String text(int index) {
    String text = made[index];
    if (text == null) {
      text = new String(bytes, starts[index], lengths[index], StandardCharsets.UTF_8);
      made[index] = text;
    }
    return text;
  }
}
