package eu.trama.city.mobility;

import eu.trama.city.twin.CityView;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Layers;
import eu.trama.engines.transit.geo.Places;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;

/// The destinations of a city: points where people live, then facilities; and what each counts for
/// a measure.
///
/// @param places all destinations
/// @param weights by measure, how much each destination counts: people, or 1 for a facility of the
///   kind
record Opportunities(Places places, Map<Measure, double[]> weights) {

  static Opportunities of(CityView city, List<PeoplePoint> people) {
    List<Feature> facilities = city.features(Layers.FACILITIES.name());
    int count = people.size() + facilities.size();
    var latitudes = new ArrayList<Double>(count);
    var longitudes = new ArrayList<Double>(count);
    Map<Measure, double[]> weights = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      weights.put(measure, new double[count]);
    }
    for (PeoplePoint point : people) {
      weight(weights, Measure.PEOPLE)[latitudes.size()] = point.people();
      latitudes.add(point.lat());
      longitudes.add(point.lon());
    }
    for (Feature facility : facilities) {
      Coordinate place = Objects.requireNonNull(facility.geometry()).getCoordinate();
      String kind = facility.properties().requireText("kind");
      for (Measure measure : Measure.values()) {
        if (measure.key().equals(kind)) {
          weight(weights, measure)[latitudes.size()] = 1;
        }
      }
      latitudes.add(place.y);
      longitudes.add(place.x);
    }
    return new Opportunities(new Places(array(latitudes), array(longitudes)), weights);
  }

  double[] weight(Measure measure) {
    return weight(weights, measure);
  }

  private static double[] weight(Map<Measure, double[]> weights, Measure measure) {
    return Objects.requireNonNull(weights.get(measure));
  }

  private static double[] array(List<Double> values) {
    return IntStream.range(0, values.size()).mapToDouble(values::get).toArray();
  }
}
