package eu.trama.engines.transit.lines;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Turns headways into departures. A headway says how often, not when, so the first departure gets
/// a phase: a fraction of the first headway derived from a key (line and direction), hence the same
/// on every machine and different from line to line. From there each departure follows one headway
/// after the last. A departure that would fall into the next period keeps the share of the wait it
/// has done: with 20 minutes before and 4 after, one that is half due at the change leaves 2
/// minutes after it. So a contiguous run of periods has no gap above its longest headway. After a
/// break between periods the phase starts anew.
public final class Departures {
  private Departures() {}

  /// Departures of all periods, ascending, in seconds after midnight.
  public static int[] of(String key, List<Headway> periods) {
    return from(phase(key), periods);
  }

  /// Departures that begin exactly at the start of the period (GTFS `exact_times` 1).
  public static int[] exact(Headway period) {
    return from(0, List.of(period));
  }

  /// Phase of a key as a 32-bit fraction of a headway: FNV-1a (64 bits) over UTF-8, then the
  /// finishing mix of MurmurHash3, upper half. The first departure is `from + headway * phase /
  /// 2^32`, rounded down.
  public static long phase(String key) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return (hash ^ (hash >>> 33)) >>> 32;
  }

  private static int[] from(long phase, List<Headway> periods) {
    int[] times = new int[64];
    int count = 0;
    long next = 0;
    for (int i = 0; i < periods.size(); i++) {
      Headway period = periods.get(i);
      boolean continued = i > 0 && periods.get(i - 1).toSeconds() == period.fromSeconds();
      if (continued) {
        long overshoot = next - period.fromSeconds();
        next =
            period.fromSeconds()
                + overshoot * period.everySeconds() / periods.get(i - 1).everySeconds();
      } else {
        next = period.fromSeconds() + ((period.everySeconds() * phase) >>> 32);
      }
      for (; next < period.toSeconds(); next += period.everySeconds()) {
        if (count == times.length) {
          times = Arrays.copyOf(times, count * 2);
        }
        times[count++] = (int) next;
      }
    }
    return Arrays.copyOf(times, count);
  }
}
