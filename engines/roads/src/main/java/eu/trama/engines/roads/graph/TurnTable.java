package eu.trama.engines.roads.graph;

import java.util.Arrays;

/// Forbidden turns, as an automaton that reads the arcs of a route and refuses a forbidden sequence
/// (Aho and Corasick, *Efficient string matching*, CACM 18, 1975, with sequences of arcs as the
/// words). A state below the number of arcs is "just went along this arc"; the others remember in
/// addition how a restriction through several ways began.
///
/// Arrays are shared, not copied: they are to be read only.
///
/// @param rowOf the row of rules of each state, or -1 where anything goes; as long as there are
///   states
/// @param arcOf the arc that each state beyond the plain ones is on
/// @param rowFirst first rule of each row, with one entry more than rows
/// @param rules arc and next state, side by side; -1 as the next state forbids
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
public record TurnTable(int[] rowOf, int[] arcOf, int[] rowFirst, int[] rules) {
  /// A turn that is not allowed.
  public static final int FORBIDDEN = -1;

  /// Everything is allowed.
  static TurnTable none(int arcs) {
    int[] rowOf = new int[arcs];
    Arrays.fill(rowOf, -1);
    return new TurnTable(rowOf, new int[0], new int[1], new int[0]);
  }

  public int states() {
    return rowOf.length;
  }

  /// The arc that a state is on.
  public int arc(int state) {
    int arcs = rowOf.length - arcOf.length;
    return state < arcs ? state : arcOf[state - arcs];
  }

  /// The state after going on along an arc, or [#FORBIDDEN].
  public int next(int state, int arc) {
    int row = rowOf[state];
    if (row < 0) {
      return arc;
    }
    for (int rule = rowFirst[row]; rule < rowFirst[row + 1]; rule++) {
      if (rules[rule * 2] == arc) {
        return rules[rule * 2 + 1];
      }
    }
    return arc;
  }
}
