package eu.trama.city.mobility;

import eu.trama.city.twin.City;
import eu.trama.city.twin.CityView;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.FeatureCheck;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Layers;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/// A stop, facility or street lies where the city could have one. Farther away, most often with
/// latitude and longitude exchanged, nobody would ever reach it and nothing would say so.
@Component
class PlaceCheck implements FeatureCheck {

  private static final Set<String> PLACED =
      Set.of(Layers.STOPS.name(), Layers.FACILITIES.name(), Layers.STREETS.name());

  /// As importers have it.
  private static final double FARTHEST_KM = 200;

  private static final double KM_PER_DEGREE = 111.2;

  @Override
  public List<Finding> check(Feature feature, CityView city) {
    if (!PLACED.contains(feature.layer()) || feature.geometry() == null) {
      return List.of();
    }
    Envelope box = feature.geometry().getEnvelopeInternal();
    if (near(city.city(), box.getMinX(), box.getMinY())
        && near(city.city(), box.getMaxX(), box.getMaxY())) {
      return List.of();
    }
    return List.of(
        Finding.error(
            "place-far",
            "scenario",
            0,
            feature.id() + " geometry",
            box.getMinY() + ", " + box.getMinX(),
            "This lies more than 200 km from "
                + city.city().name()
                + "; give longitude, then latitude."));
  }

  private static boolean near(City city, double lon, double lat) {
    double north = (lat - city.lat()) * KM_PER_DEGREE;
    double east = (lon - city.lon()) * KM_PER_DEGREE * Math.cos(Math.toRadians(city.lat()));
    return Math.hypot(north, east) <= FARTHEST_KM;
  }
}
