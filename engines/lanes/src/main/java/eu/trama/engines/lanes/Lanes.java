package eu.trama.engines.lanes;

/// Work on rows of 64 lanes. A row of labels is 64 bytes, each 0 (none) to [#MOST]; a row of times
/// is 64 shorts, none negative, [#NEVER] for none. Row `i` of an array begins at `i * WIDTH`.
///
/// Two implementations with the same results: [VectorLanes] by the Vector API, which the JVM has
/// only when started with `--add-modules jdk.incubator.vector`, and [PlainLanes], eight lanes in a
/// `long`. Both are stateless.
public interface Lanes {
  int WIDTH = 64;

  /// Greatest label: what eight lanes in a `long` leave room for.
  int MOST = 127;

  short NEVER = Short.MAX_VALUE;

  /// The fastest that this JVM has.
  static Lanes fastest() {
    return Chosen.LANES;
  }

  static Lanes plain() {
    return new PlainLanes();
  }

  /// Raises a row of labels to another where that is higher.
  void raise(byte[] rows, int row, byte[] by);

  /// Follows a vehicle from call to call: takes up what waits in a row, leaves nothing waiting,
  /// goes on to the next row and raises `best` there. Stops at the first row in which a lane rose;
  /// to go on, call it again with that row.
  ///
  /// @param on one row, what is on board; kept up to date
  /// @param row the call at which to board first
  /// @param end after the last call
  /// @return the row at which a lane rose, or `end`
  int ride(byte[] on, byte[] waiting, byte[] best, int row, int end);

  /// Raises one row of labels and tells in which lanes it rose, as bits.
  long rise(byte[] seen, byte[] labels, int row);

  /// Turns arrivals into travel times. On entry row `first + i` has the first arrival of those who
  /// left at departure `i` and not later; on return the travel time of departure `i`, which is that
  /// of the best arrival of departures `i` and later, or of the walk, or [#NEVER] beyond the limit.
  ///
  /// Arrivals count from departure 0. `count * step + limit` must be below [#NEVER].
  ///
  /// @param step seconds from departure to departure
  /// @param walks one row
  void settle(short[] rows, int first, int count, int step, short[] walks, int limit);

  /// Sorts each lane by a network of comparators.
  ///
  /// @param network pairs of rows; each pair is put in ascending order
  void sort(short[] rows, int[] network);
}
