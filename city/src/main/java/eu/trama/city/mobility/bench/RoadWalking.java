package eu.trama.city.mobility.bench;

import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.route.StreetSearch;
import eu.trama.engines.roads.rules.Mode;
import eu.trama.engines.transit.geo.Places;
import eu.trama.engines.transit.walking.Walking;

/// Walks along the streets of an OpenStreetMap extract.
record RoadWalking(RoadGraph graph, double metresPerSecond) implements Walking {
  @Override
  public Targets to(Places places) {
    var latitudes = new double[places.size()];
    var longitudes = new double[places.size()];
    for (int i = 0; i < latitudes.length; i++) {
      latitudes[i] = places.latitude(i);
      longitudes[i] = places.longitude(i);
    }
    var prepared =
        eu.trama.engines.roads.route.Targets.prepare(
            graph, Mode.WALK, latitudes, longitudes, StreetSearch.USUAL_SNAP_METRES);
    return new Targets() {
      @Override
      public Places places() {
        return places;
      }

      @Override
      public Walker walker() {
        StreetSearch search = StreetSearch.on(graph, Mode.WALK);
        return (latitude, longitude, limitSeconds, visitor) -> {
          if (search.from(latitude, longitude, limitSeconds, metresPerSecond)) {
            search.reached(prepared, visitor::reached);
          }
        };
      }
    };
  }
}
