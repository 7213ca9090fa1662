package eu.trama.engines.roads.graph;

import eu.trama.engines.roads.rules.Mode;
import eu.trama.engines.roads.rules.StreetProfile;

/// Streets cut at their junctions, sorted by the junction that they begin at. An edge runs from its
/// first junction to its last along the points in which it was drawn.
///
/// Arrays are shared, not copied: they are to be read only.
///
/// @param from junction it begins at
/// @param to junction it ends at
/// @param decimetres length
/// @param profile index of its profile
/// @param name index of its name
/// @param shapeFirst first of its inner points in `shape`, with one entry more than edges
/// @param modes bit `m` where mode `m` may go some way, bit `m + 4` where from there it gets
///   everywhere in the largest part that is connected
/// @param shape latitude and longitude of inner points, one after the other
/// @param wayIds id of the way that it is of
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
public record Edges(
    int[] from,
    int[] to,
    int[] decimetres,
    int[] profile,
    int[] name,
    int[] shapeFirst,
    byte[] modes,
    Column shape,
    Column wayIds) {
  static final int MAIN_SHIFT = 4;

  public int count() {
    return from.length;
  }

  /// Cost of the whole edge in units of [Mode]; 0 where the mode may not go.
  public int cost(StreetProfile[] profiles, int edge, Mode mode, boolean against) {
    float pace = profiles[profile[edge]].pace(mode, against);
    return pace == 0 ? 0 : Math.max(1, Math.round(decimetres[edge] * pace));
  }

  public boolean usable(int edge, Mode mode) {
    return (modes[edge] >> mode.number() & 1) != 0;
  }

  public boolean main(int edge, Mode mode) {
    return (modes[edge] >> (mode.number() + MAIN_SHIFT) & 1) != 0;
  }

  /// How many points the edge has, its two junctions included.
  public int points(int edge) {
    return shapeFirst[edge + 1] - shapeFirst[edge] + 2;
  }
}
