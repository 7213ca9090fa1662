package eu.trama.engines.roads.rules;

import java.util.Arrays;

/// What a street is to each mode in each direction; many streets share one.
///
/// @param flags bits named here
/// @param paces cost units of [Mode] a decimetre at `mode * 2` along the way's points and at `mode
///   * 2 + 1` against them; 0 where the mode may not go
@SuppressWarnings("ArrayRecordComponent") // columns, compared by content
public record StreetProfile(int flags, float[] paces) {
  public static final int STEPS = 1;
  public static final int FERRY = 2;
  public static final int ROUNDABOUT = 4;
  public static final int ELEVATOR = 8;

  /// A bicycle is pushed along the points, and against them.
  public static final int PUSHED = 16;

  public static final int PUSHED_BACK = 32;

  /// How many numbers there are in [#paces].
  public static final int PACES = Mode.values().length * 2;

  public StreetProfile {
    if (paces.length != PACES) {
      throw new IllegalArgumentException(paces.length + " paces");
    }
  }

  /// Units a decimetre; 0 where the mode may not go.
  public float pace(Mode mode, boolean against) {
    return paces[mode.number() * 2 + (against ? 1 : 0)];
  }

  /// Whether nobody may go at all.
  public boolean closed() {
    for (float pace : paces) {
      if (pace > 0) {
        return false;
      }
    }
    return true;
  }

  /// A street for everybody who walks, and nobody else.
  public static StreetProfile allWalk() {
    float[] paces = new float[PACES];
    Arrays.fill(paces, Mode.WALK.number() * 2, Mode.STEP_FREE.number() * 2 + 2, 1);
    return new StreetProfile(0, paces);
  }

  /// The same with every street as fast as every other, which makes the quickest route the
  /// shortest.
  public StreetProfile withoutSpeeds() {
    float[] level = new float[PACES];
    for (int i = 0; i < PACES; i++) {
      level[i] = paces[i] > 0 ? 1 : 0;
    }
    return new StreetProfile(flags, level);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StreetProfile that
        && flags == that.flags
        && Arrays.equals(paces, that.paces);
  }

  @Override
  public int hashCode() {
    return 31 * flags + Arrays.hashCode(paces);
  }
}
