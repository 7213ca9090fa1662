package eu.trama.engines.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Each operation of every implementation, lane by lane against the sentence that describes it.
class LanesTest {
  private static final int ROWS = 7;

  private final SplittableRandom random = new SplittableRandom(3);
  private int w = Lanes.WIDEST;

  @Test
  void thisJvmHasVectors() {
    assertThat(Lanes.fastest()).isInstanceOf(VectorLanes.class);
  }

  @Test
  void raisesARow() {
    all(lanes -> {
      byte[] rows = labels(ROWS);
      byte[] by = labels(ROWS);
      byte[] before = rows.clone();
      lanes.raise(rows, 3, by, 5);
      for (int i = 0; i < rows.length; i++) {
        int expected = i / w == 3 ? Math.max(before[i], by[5 * w + i % w]) : before[i];
        assertThat(rows[i]).isEqualTo((byte) expected);
      }
    });
  }

  @Test
  void ridesFromCallToCall() {
    all(lanes -> {
      byte[] waiting = labels(ROWS);
      byte[] best = labels(ROWS);
      // In most worlds something rises in every row; here one lane of row 3 alone may.
      int lane = random.nextInt(w);
      if (random.nextBoolean()) {
        Arrays.fill(best, (byte) Lanes.MOST);
        best[3 * w + lane] = 5;
      }
      byte[] waited = waiting.clone();
      byte[] before = best.clone();
      boolean[] rose = new boolean[ROWS];
      lanes.ride(waiting, best, 1, 5, rose);
      for (int row = 0; row < ROWS; row++) {
        boolean any = false;
        for (int l = 0; l < w; l++) {
          int aboard = 0;
          for (int boarded = 1; boarded < row; boarded++) {
            aboard = Math.max(aboard, waited[boarded * w + l]);
          }
          boolean rises = row > 1 && row <= 5 && aboard > before[row * w + l];
          any |= rises;
          assertThat(best[row * w + l]).isEqualTo(rises ? (byte) aboard : before[row * w + l]);
          assertThat(waiting[row * w + l]).isEqualTo(row >= 1 && row < 5 ? 0 : waited[row * w + l]);
        }
        assertThat(rose[row]).isEqualTo(any);
      }
    });
  }

  @Test
  void tellsWhereALabelRose() {
    all(lanes -> {
      byte[] seen = labels(1);
      byte[] rows = labels(ROWS);
      byte[] before = seen.clone();
      long rose = lanes.rise(seen, rows, 2);
      for (int l = 0; l < w; l++) {
        assertThat((rose >>> l & 1) == 1).isEqualTo(rows[2 * w + l] > before[l]);
        assertThat(seen[l]).isEqualTo((byte) Math.max(before[l], rows[2 * w + l]));
      }
      assertThat(lanes.rise(seen, rows, 2)).isZero();
    });
  }

  @Test
  void settlesTravelTimes() {
    all(lanes -> {
      short[] rows = times(ROWS, 9000);
      short[] walks = times(1, 4000);
      short[] before = rows.clone();
      lanes.settle(rows, 1, ROWS - 1, 60, walks, 3000);
      for (int l = 0; l < w; l++) {
        for (int i = 0; i < ROWS - 1; i++) {
          int expected = walks[l];
          for (int later = i; later < ROWS - 1; later++) {
            expected = Math.min(expected, before[(1 + later) * w + l] - i * 60);
          }
          expected = expected > 3000 ? Lanes.NEVER : expected;
          assertThat(rows[(1 + i) * w + l]).isEqualTo((short) expected);
        }
        assertThat(rows[l]).isEqualTo(before[l]);
      }
    });
  }

  @Test
  void sortsByItsNetwork() {
    all(lanes -> {
      short[] rows = times(3, 9000);
      short[] before = rows.clone();
      lanes.sort(rows, new int[] {0, 1, 1, 2, 0, 1});
      for (int l = 0; l < w; l++) {
        short[] sorted = {before[l], before[w + l], before[2 * w + l]};
        Arrays.sort(sorted);
        assertThat(new short[] {rows[l], rows[w + l], rows[2 * w + l]}).isEqualTo(sorted);
      }
    });
  }

  private void all(Consumer<Lanes> claim) {
    for (int i = 0; i < 200; i++) {
      for (Lanes lanes :
          List.of(Lanes.fastest(), Lanes.plain(64), Lanes.plain(24), Lanes.plain(8))) {
        w = lanes.width();
        claim.accept(lanes);
      }
    }
  }

  /// Labels, many of them at both ends.
  private byte[] labels(int rows) {
    byte[] labels = new byte[rows * w];
    for (int i = 0; i < labels.length; i++) {
      int kind = random.nextInt(4);
      labels[i] = (byte) (kind == 0 ? 0 : kind == 1 ? Lanes.MOST : random.nextInt(Lanes.MOST + 1));
    }
    return labels;
  }

  private short[] times(int rows, int most) {
    short[] times = new short[rows * w];
    for (int i = 0; i < times.length; i++) {
      times[i] = random.nextInt(3) == 0 ? Lanes.NEVER : (short) random.nextInt(600, most);
    }
    return times;
  }
}
