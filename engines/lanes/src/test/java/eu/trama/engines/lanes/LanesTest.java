package eu.trama.engines.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Each operation of both implementations, lane by lane against the sentence that describes it.
class LanesTest {
  private static final int ROWS = 7;
  private static final int W = Lanes.WIDTH;

  private final SplittableRandom random = new SplittableRandom(3);

  @Test
  void thisJvmHasVectors() {
    assertThat(Lanes.fastest()).isInstanceOf(VectorLanes.class);
  }

  @Test
  void raisesARow() {
    both(lanes -> {
      byte[] rows = labels(ROWS);
      byte[] by = labels(1);
      byte[] before = rows.clone();
      lanes.raise(rows, 3, by);
      for (int i = 0; i < rows.length; i++) {
        int expected = i / W == 3 ? Math.max(before[i], by[i % W]) : before[i];
        assertThat(rows[i]).isEqualTo((byte) expected);
      }
    });
  }

  @Test
  void ridesUntilALaneRises() {
    both(lanes -> {
      byte[] on = labels(1);
      byte[] waiting = labels(ROWS);
      byte[] best = labels(ROWS);
      // Nothing can rise before row 5, and there one lane does by who boarded before.
      int lane = random.nextInt(W);
      Arrays.fill(best, 0, 6 * W, (byte) Lanes.MOST);
      waiting[(1 + random.nextInt(4)) * W + lane] = Lanes.MOST;
      best[5 * W + lane] = Lanes.MOST - 1;
      byte[] aboard = on.clone();
      byte[] waited = waiting.clone();
      byte[] before = best.clone();
      assertThat(lanes.ride(on, waiting, best, 1, ROWS)).isEqualTo(5);
      for (int l = 0; l < W; l++) {
        for (int row = 1; row < 5; row++) {
          aboard[l] = (byte) Math.max(aboard[l], waited[row * W + l]);
        }
      }
      assertThat(on).isEqualTo(aboard);
      before[5 * W + lane] = Lanes.MOST;
      assertThat(best).isEqualTo(before);
      Arrays.fill(waited, W, 5 * W, (byte) 0);
      assertThat(waiting).isEqualTo(waited);
      // Who boards at the last call arrives nowhere.
      assertThat(lanes.ride(on, waiting, best, 5, 6)).isEqualTo(6);
      assertThat(best).isEqualTo(before);
    });
  }

  @Test
  void tellsWhereALabelRose() {
    both(lanes -> {
      byte[] seen = labels(1);
      byte[] rows = labels(ROWS);
      byte[] before = seen.clone();
      long rose = lanes.rise(seen, rows, 2);
      for (int l = 0; l < W; l++) {
        assertThat((rose >>> l & 1) == 1).isEqualTo(rows[2 * W + l] > before[l]);
        assertThat(seen[l]).isEqualTo((byte) Math.max(before[l], rows[2 * W + l]));
      }
      assertThat(lanes.rise(seen, rows, 2)).isZero();
    });
  }

  @Test
  void settlesTravelTimes() {
    both(lanes -> {
      short[] rows = times(ROWS, 9000);
      short[] walks = times(1, 4000);
      short[] before = rows.clone();
      lanes.settle(rows, 1, ROWS - 1, 60, walks, 3000);
      for (int l = 0; l < W; l++) {
        for (int i = 0; i < ROWS - 1; i++) {
          int expected = walks[l];
          for (int later = i; later < ROWS - 1; later++) {
            expected = Math.min(expected, before[(1 + later) * W + l] - i * 60);
          }
          expected = expected > 3000 ? Lanes.NEVER : expected;
          assertThat(rows[(1 + i) * W + l]).isEqualTo((short) expected);
        }
        assertThat(rows[l]).isEqualTo(before[l]);
      }
    });
  }

  @Test
  void sortsByItsNetwork() {
    both(lanes -> {
      short[] rows = times(3, 9000);
      short[] before = rows.clone();
      lanes.sort(rows, new int[] {0, 1, 1, 2, 0, 1});
      for (int l = 0; l < W; l++) {
        short[] sorted = {before[l], before[W + l], before[2 * W + l]};
        Arrays.sort(sorted);
        assertThat(new short[] {rows[l], rows[W + l], rows[2 * W + l]}).isEqualTo(sorted);
      }
    });
  }

  private void both(Consumer<Lanes> claim) {
    for (int i = 0; i < 200; i++) {
      claim.accept(Lanes.plain());
      claim.accept(Lanes.fastest());
    }
  }

  /// Labels, many of them at both ends.
  private byte[] labels(int rows) {
    byte[] labels = new byte[rows * W];
    for (int i = 0; i < labels.length; i++) {
      int kind = random.nextInt(4);
      labels[i] = (byte) (kind == 0 ? 0 : kind == 1 ? Lanes.MOST : random.nextInt(Lanes.MOST + 1));
    }
    return labels;
  }

  private short[] times(int rows, int most) {
    short[] times = new short[rows * W];
    for (int i = 0; i < times.length; i++) {
      times[i] = random.nextInt(3) == 0 ? Lanes.NEVER : (short) random.nextInt(600, most);
    }
    return times;
  }
}
