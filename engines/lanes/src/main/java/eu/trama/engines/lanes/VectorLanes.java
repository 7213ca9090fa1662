package eu.trama.engines.lanes;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// A row of labels in one vector instruction where vectors have 64 bytes, else in two or four.
final class VectorLanes implements Lanes {
  private static final int WIDTH = WIDEST;
  private static final VectorSpecies<Byte> BYTES =
      ByteVector.SPECIES_PREFERRED.length() > WIDTH
          ? ByteVector.SPECIES_512
          : ByteVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Short> SHORTS =
      ShortVector.SPECIES_PREFERRED.length() > WIDTH / 2
          ? ShortVector.SPECIES_512
          : ShortVector.SPECIES_PREFERRED;
  private static final ByteVector NOBODY = ByteVector.zero(BYTES);

  static int bytes() {
    return BYTES.length();
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void raise(byte[] rows, int row, byte[] by, int from) {
    for (int i = 0; i < WIDTH; i += BYTES.length()) {
      ByteVector.fromArray(BYTES, rows, row * WIDTH + i)
          .max(ByteVector.fromArray(BYTES, by, from * WIDTH + i))
          .intoArray(rows, row * WIDTH + i);
    }
  }

  @Override
  public void ride(byte[] waiting, byte[] best, int row, int last, boolean[] rose) {
    for (int i = 0; i < WIDTH; i += BYTES.length()) {
      ByteVector aboard = NOBODY;
      for (int r = row; r < last; r++) {
        int at = r * WIDTH + i;
        aboard = aboard.max(ByteVector.fromArray(BYTES, waiting, at));
        NOBODY.intoArray(waiting, at);
        ByteVector before = ByteVector.fromArray(BYTES, best, at + WIDTH);
        if (aboard.compare(VectorOperators.GT, before).anyTrue()) {
          aboard.max(before).intoArray(best, at + WIDTH);
          rose[r + 1] = true;
        }
      }
    }
  }

  @Override
  public long rise(byte[] seen, byte[] labels, int row) {
    long lanes = 0;
    int at = row * WIDTH;
    for (int i = 0; i < WIDTH; i += BYTES.length()) {
      ByteVector before = ByteVector.fromArray(BYTES, seen, i);
      ByteVector label = ByteVector.fromArray(BYTES, labels, at + i);
      long above = label.compare(VectorOperators.GT, before).toLong();
      if (above != 0) {
        label.max(before).intoArray(seen, i);
        lanes |= above << i;
      }
    }
    return lanes;
  }

  @Override
  public void settle(short[] rows, int first, int count, int step, short[] walks, int limit) {
    for (int lane = 0; lane < WIDTH; lane += SHORTS.length()) {
      ShortVector run = ShortVector.broadcast(SHORTS, NEVER);
      ShortVector walk = ShortVector.fromArray(SHORTS, walks, lane);
      for (int i = count - 1; i >= 0; i--) {
        int at = (first + i) * WIDTH + lane;
        run = run.min(ShortVector.fromArray(SHORTS, rows, at));
        ShortVector seconds = run.sub((short) (i * step)).min(walk);
        seconds
            .blend(NEVER, seconds.compare(VectorOperators.GT, (short) limit))
            .intoArray(rows, at);
      }
    }
  }

  @Override
  public void sort(short[] rows, int[] network) {
    for (int lane = 0; lane < WIDTH; lane += SHORTS.length()) {
      for (int c = 0; c < network.length; c += 2) {
        int low = network[c] * WIDTH + lane;
        int high = network[c + 1] * WIDTH + lane;
        ShortVector a = ShortVector.fromArray(SHORTS, rows, low);
        ShortVector b = ShortVector.fromArray(SHORTS, rows, high);
        a.min(b).intoArray(rows, low);
        a.max(b).intoArray(rows, high);
      }
    }
  }
}
