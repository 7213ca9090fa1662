package eu.trama.engines.transit.search;

import eu.trama.engines.transit.timetable.Timetable;
import java.util.Arrays;

/// The calls of a [Band] at which one may board, stop by stop: first by pattern and position, then
/// by time.
final class Boardings {
  /// First group of each stop, and one more; a group is a position of a pattern.
  final int[] firstGroup;

  /// First boarding of each group, and one more.
  final int[] first;

  final int[] call;

  /// Last moment to be at the stop.
  final int[] by;

  Boardings(Band band) {
    Timetable timetable = band.timetable;
    int groups = timetable.firstVisit(timetable.stopCount());
    firstGroup = new int[timetable.stopCount() + 1];
    first = new int[groups + 1];
    int[] calls = new int[band.calls()];
    int[] bys = new int[band.calls()];
    int count = 0;
    for (int s = 0; s < timetable.stopCount(); s++) {
      firstGroup[s + 1] = timetable.firstVisit(s + 1);
      for (int v = firstGroup[s]; v < firstGroup[s + 1]; v++) {
        int pattern = timetable.visitPattern(v);
        int position = timetable.visitPosition(v);
        for (int trip = band.low(pattern); trip < band.high(pattern); trip++) {
          int at = band.call(pattern, trip, position);
          if (at >= 0
              && timetable.boards(pattern, position)
              && band.boardBy(pattern, trip, position) >= 0) {
            calls[count] = at;
            bys[count++] = band.boardBy(pattern, trip, position);
          }
        }
        first[v + 1] = count;
      }
    }
    call = Arrays.copyOf(calls, count);
    by = Arrays.copyOf(bys, count);
  }
}
