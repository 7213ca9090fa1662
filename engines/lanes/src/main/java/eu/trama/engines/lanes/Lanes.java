package eu.trama.engines.lanes;

/// Work on rows of lanes. A row of labels is [#width] bytes, each 0 (none) to [#MOST]; a row of
/// times is as many shorts, none negative, [#NEVER] for none. Row `i` of an array begins at `i *
/// width`.
///
/// Two implementations with the same results: [VectorLanes] by the Vector API, which the JVM has
/// only when started with `--add-modules jdk.incubator.vector`, and [PlainLanes], eight labels or
/// four times in a `long`. Both are stateless.
public interface Lanes {
  /// Most lanes of a row: a cache line of labels.
  int WIDEST = 64;

  /// Fewest lanes of a row: a `long` of labels.
  int NARROWEST = 8;

  /// Greatest label: what eight lanes in a `long` leave room for.
  int MOST = 127;

  short NEVER = Short.MAX_VALUE;

  /// The fastest that this JVM has for rows of [#WIDEST] lanes.
  static Lanes fastest() {
    return Chosen.LANES;
  }

  /// Lanes without vector instructions.
  ///
  /// @param width a multiple of [#NARROWEST] up to [#WIDEST]
  static Lanes plain(int width) {
    return new PlainLanes(width);
  }

  int width();

  /// Raises a row of labels to another row, `from` of `by`, where that is higher.
  void raise(byte[] rows, int row, byte[] by, int from);

  /// Follows a vehicle from call to call: takes up what waits in a row, leaves nothing waiting,
  /// goes on to the next row and raises `best` there, to the last row. What waits in the last row
  /// is left.
  ///
  /// @param row the call at which to board first
  /// @param last the last call, not before `row`
  /// @param rose set for each row in which a lane of `best` rose; others are left as they are
  void ride(byte[] waiting, byte[] best, int row, int last, boolean[] rose);

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
