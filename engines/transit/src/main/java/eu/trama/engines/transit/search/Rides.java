package eu.trama.engines.transit.search;

import eu.trama.engines.lanes.Lanes;
import java.util.Arrays;

/// Rides of a batch of origins through one part of a plan, for all of its departures at once.
///
/// The label of a call and an origin is the latest departure that still gets a rider there, so that
/// one label answers every departure: whoever can be there having left late can be there having
/// left early. On board a label only rises from call to call, and a change takes it along. Round
/// `k` follows the vehicles that are boarded as the k-th (RAPTOR's rounds), so rides are limited
/// exactly, and no order among simultaneous events is needed. A change is pushed only where some
/// origin got further than with fewer rides.
///
/// **What it moves.** A round reads and writes two rows of 64 bytes a call and reads a third, and
/// two rows a change; all for 64 origins, so about 3 bytes a call, an origin and a round.
final class Rides {
  private static final int NOBODY = Integer.MAX_VALUE;

  private final Lanes lanes;
  private final byte[] waiting;
  private final boolean[] rose;
  private final int[] touched;

  /// @param calls most calls of any part
  /// @param trips most trips of any part
  Rides(Lanes lanes, int calls, int trips) {
    this.lanes = lanes;
    waiting = new byte[calls * lanes.width()];
    rose = new boolean[calls];
    touched = new int[trips];
    Arrays.fill(touched, NOBODY);
  }

  /// An origin walks to a stop. Boarding a later vehicle of a pattern than one which all departures
  /// can board is never better, so it is not tried.
  void start(ReachPlan.Part part, int lane, int stop, int walkSeconds) {
    Boardings boardings = part.boardings();
    int count = part.departing().count();
    int step = part.departing().step();
    for (int g = boardings.firstGroup[stop]; g < boardings.firstGroup[stop + 1]; g++) {
      int label = 0;
      for (int i = boardings.first[g]; i < boardings.first[g + 1] && label < count; i++) {
        int spare = boardings.by[i] - walkSeconds;
        if (spare >= 0) {
          label = Math.min(count, spare / step + 1);
          int call = boardings.call[i];
          int at = call * lanes.width() + lane;
          waiting[at] = (byte) Math.max(waiting[at], label);
          int trip = part.band().tripOf[call];
          touched[trip] = Math.min(touched[trip], call);
        }
      }
    }
  }

  /// Runs all rounds after the starts.
  ///
  /// @param best raised to the label of each call with the most rides allowed; one row a call
  void run(ReachPlan.Part part, int rides, byte[] best) {
    int[] firstCall = part.band().firstCall;
    for (int k = 1; k <= rides; k++) {
      for (int trip = 0; trip < firstCall.length - 1; trip++) {
        if (touched[trip] != NOBODY) {
          lanes.ride(waiting, best, touched[trip], firstCall[trip + 1] - 1, rose);
          touched[trip] = NOBODY;
        }
      }
      if (k < rides) {
        change(part, best);
      }
    }
    Arrays.fill(rose, false);
  }

  /// Changes from every call in which a label rose, trip by trip, since calls that follow each
  /// other change to calls that follow each other.
  private void change(ReachPlan.Part part, byte[] best) {
    Band band = part.band();
    Changes changes = part.changes();
    for (int call = 0; call < band.calls(); call++) {
      if (rose[call]) {
        rose[call] = false;
        for (int c = changes.first(call); c < changes.end(call); c++) {
          int to = changes.call(c);
          lanes.raise(waiting, to, best, call);
          int trip = band.tripOf[to];
          touched[trip] = Math.min(touched[trip], to);
        }
      }
    }
  }
}
