package eu.trama.engines.roads.route;

import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.rules.Mode;

/// Searches from one place to everything within a time, again and again without making garbage:
///
/// ```java
/// Targets stops = Targets.prepare(graph, Mode.WALK, stopLatitudes, stopLongitudes, 200);
/// StreetSearch search = StreetSearch.on(graph, Mode.WALK); // one thread's own
/// search.from(-30.03, -51.22, 30 * 60, 1.3);
/// search.seconds(stops, secondsToStops);
/// search.seconds(homes, secondsToHomes);                   // of the same search
/// ```
public sealed interface StreetSearch permits NodeSearch, ArcSearch {
  /// What is written for a place that is not reached in time.
  short UNREACHED = Short.MAX_VALUE;

  /// Longest time that can be asked for.
  int LONGEST_SECONDS = Short.MAX_VALUE - 1;

  /// How far from a street a search may begin, unless somebody says otherwise.
  double USUAL_SNAP_METRES = 300;

  /// A searcher for one mode. Whoever walks is stopped by no turn restriction, so that labels at
  /// junctions suffice; for the others there is a label for each direction of each street.
  ///
  /// @throws IllegalArgumentException where the graph was built without the mode
  static StreetSearch on(RoadGraph graph, Mode mode) {
    return switch (mode) {
      case WALK, STEP_FREE -> new NodeSearch(graph, mode);
      case BICYCLE, CAR -> new ArcSearch(graph, mode);
    };
  }

  /// Searches from a place.
  ///
  /// @param limitSeconds how long it may take, up to [#LONGEST_SECONDS]
  /// @param metresPerSecond speed on a level street; a car does not look at it
  /// @return whether there is a street near; if not, nothing is reached
  /// @throws IllegalArgumentException where the limit or the speed is out of range
  default boolean from(
      double latitude, double longitude, int limitSeconds, double metresPerSecond) {
    return from(latitude, longitude, limitSeconds, metresPerSecond, USUAL_SNAP_METRES);
  }

  /// The same, with how far the nearest street may be.
  boolean from(
      double latitude,
      double longitude,
      int limitSeconds,
      double metresPerSecond,
      double mostMetres);

  /// Writes the seconds to each place, rounded up; [#UNREACHED] beyond the limit.
  ///
  /// @throws IllegalArgumentException where the places were prepared for another mode or the array
  ///   is shorter than there are places
  void seconds(Targets targets, short[] into);

  /// Tells the places within the limit, each once, in no promised but always the same order. On
  /// foot it costs what lies within the limit rather than what there is.
  void reached(Targets targets, Visitor visitor);

  /// Receives the places.
  @FunctionalInterface
  interface Visitor {
    /// Receives one place.
    ///
    /// @param seconds rounded up
    void reached(int target, int seconds);
  }
}
