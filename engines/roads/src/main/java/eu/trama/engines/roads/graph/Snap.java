package eu.trama.engines.roads.graph;

/// The point of a street nearest to a place.
///
/// @param edge -1 where there is none near enough
/// @param share how far along the edge, from 0 to 1 of its length
/// @param metres straight from the place to it
/// @param latitude of the point on the street, in units of 1e-7 degrees
public record Snap(int edge, double share, double metres, int latitude, int longitude) {
  /// A place too far from any street.
  public static final Snap NOWHERE = new Snap(-1, 0, 0, 0, 0);

  public boolean found() {
    return edge >= 0;
  }
}
