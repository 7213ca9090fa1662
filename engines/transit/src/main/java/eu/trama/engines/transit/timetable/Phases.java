package eu.trama.engines.transit.timetable;

import eu.trama.engines.transit.lines.Departures;
import eu.trama.engines.transit.lines.Headway;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// When vehicles leave that run by headways without exact times (frequency lines, rows of
/// frequencies.txt with `exact_times` 0, routes put on a headway): a headway says how often, not
/// when.
public sealed interface Phases {
  /// Vehicles of a line that leave its first stop in the order of their times.
  List<Start> starts(String key, List<Headway> periods);

  /// A vehicle.
  ///
  /// @param second of its departure, after midnight
  /// @param hold how long before each departure a rider must be at the stop
  record Start(int second, int hold) {}

  /// One fixed timetable: the phase of a line is derived from its key. See [Departures].
  record ByKey() implements Phases {
    @Override
    public List<Start> starts(String key, List<Headway> periods) {
      return boardable(Departures.of(key, periods));
    }
  }

  /// One draw of a Monte Carlo simulation: the phase of each line is drawn evenly and apart from
  /// that of the others, the same for the same seed. Compose a timetable for each of many seeds and
  /// pool the travel times of all, as R5 does.
  record Drawn(long seed) implements Phases {
    @Override
    public List<Start> starts(String key, List<Headway> periods) {
      return boardable(Departures.of(seed + "/" + key, periods));
    }
  }

  /// The mean wait, without chance: boarding a line of headway `h` takes `h / 2` on average. A
  /// vehicle leaves every minute, and riders must be there `(h - 60) / 2` seconds before, so that
  /// with the mean wait of half a minute for the next one it makes `h / 2`.
  ///
  /// It is the mean of each wait, not of the travel time: where one rides whichever of two lines
  /// comes first, the real wait is shorter, and a percentile below it tells nothing of the spread.
  record Expected() implements Phases {
    private static final int EVERY = 60;

    @Override
    public List<Start> starts(String key, List<Headway> periods) {
      List<Start> starts = new ArrayList<>();
      for (Headway period : periods) {
        int every = Math.min(EVERY, period.everySeconds());
        int hold = (period.everySeconds() - every) / 2;
        for (int at = period.fromSeconds(); at < period.toSeconds(); at += every) {
          starts.add(new Start(at, hold));
        }
      }
      return starts;
    }
  }

  private static List<Start> boardable(int[] departures) {
    return Arrays.stream(departures).mapToObj(second -> new Start(second, 0)).toList();
  }
}
