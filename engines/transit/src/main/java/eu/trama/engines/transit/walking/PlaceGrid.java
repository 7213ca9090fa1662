package eu.trama.engines.transit.walking;

import eu.trama.engines.transit.geo.LocalPlane;
import eu.trama.engines.transit.geo.Places;
import java.util.Arrays;
import java.util.function.IntConsumer;

/// Places sorted by latitude, so that a band of latitudes is a range of them. Candidates are then
/// told apart by longitude. Simple, exact at any latitude, and fast for thousands of places.
final class PlaceGrid {
  /// Candidates are taken a little wider than asked, since callers measure with the middle latitude
  /// of each pair.
  private static final double MARGIN = 1.02;

  private final Places places;
  private final int[] byLatitude;
  private final double[] latitudes;

  PlaceGrid(Places places) {
    this.places = places;
    this.byLatitude = sortedByLatitude(places);
    this.latitudes = new double[byLatitude.length];
    for (int i = 0; i < byLatitude.length; i++) {
      latitudes[i] = places.latitude(byLatitude[i]);
    }
  }

  /// Tells every place within the metres, and perhaps some a little beyond.
  void near(double latitude, double longitude, double metres, IntConsumer candidate) {
    double north = MARGIN * metres / LocalPlane.metresPerDegreeNorth(latitude);
    double widest = Math.min(89.9, Math.abs(latitude) + north);
    double east = MARGIN * metres / LocalPlane.metresPerDegreeEast(widest);
    int at = Arrays.binarySearch(latitudes, latitude - north);
    at = at < 0 ? -at - 1 : at;
    while (at > 0 && latitudes[at - 1] >= latitude - north) {
      at--;
    }
    for (; at < latitudes.length && latitudes[at] <= latitude + north; at++) {
      int place = byLatitude[at];
      if (Math.abs(places.longitude(place) - longitude) <= east) {
        candidate.accept(place);
      }
    }
  }

  private static int[] sortedByLatitude(Places places) {
    Integer[] order = new Integer[places.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) -> {
          int byLat = Double.compare(places.latitude(a), places.latitude(b));
          return byLat != 0 ? byLat : Integer.compare(a, b);
        });
    int[] sorted = new int[order.length];
    Arrays.setAll(sorted, i -> order[i]);
    return sorted;
  }
}
