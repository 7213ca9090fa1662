package eu.trama.city.mobility;

import eu.trama.city.twin.CityView;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Layers;
import eu.trama.engines.transit.walking.StraightLine;
import eu.trama.engines.transit.walking.Street;
import eu.trama.engines.transit.walking.StreetGraph;
import eu.trama.engines.transit.walking.StreetWalking;
import eu.trama.engines.transit.walking.Walking;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/// How people walk in a city view: along its streets where they were imported, else straight with a
/// detour factor.
final class CityWalking {

  private CityWalking() {}

  static Walking of(CityView city, double metresPerSecond) {
    var straight = new StraightLine(metresPerSecond, StraightLine.USUAL_DETOUR);
    List<Feature> streets = city.features(Layers.STREETS.name());
    // One new street in a city without any is no network, and would leave everybody standing.
    if (streets.isEmpty() || !city.hasBefore(Layers.STREETS.name())) {
      return straight;
    }
    var pieces = new ArrayList<Street>();
    for (Feature street : streets) {
      addPieces(street, pieces);
    }
    // A street that a scenario closes is not among the features.
    return new StreetWalking(StreetGraph.of(pieces, Set.of()), metresPerSecond, straight);
  }

  private static void addPieces(Feature street, List<Street> pieces) {
    Geometry lines = Objects.requireNonNull(street.geometry());
    for (int i = 0; i < lines.getNumGeometries(); i++) {
      Coordinate[] along = lines.getGeometryN(i).getCoordinates();
      var latitudes = new double[along.length];
      var longitudes = new double[along.length];
      for (int j = 0; j < along.length; j++) {
        latitudes[j] = along[j].y;
        longitudes[j] = along[j].x;
      }
      pieces.add(new Street(street.id(), latitudes, longitudes));
    }
  }
}
