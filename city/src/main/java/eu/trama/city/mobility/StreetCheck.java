package eu.trama.city.mobility;

import eu.trama.city.twin.CityView;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.FeatureCheck;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.LocalMetres;
import eu.trama.engines.transit.walking.StreetGraph;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/// A street that a scenario draws can be walked: the city's streets are known, and it reaches one
/// of them. People walk straight where no streets were imported; there a single street would be the
/// whole map.
@Component
class StreetCheck implements FeatureCheck {

  /// More than [StreetGraph#GAP_METRES] anywhere below 75 degrees of latitude.
  private static final double NEAR_DEGREES = 0.001;

  @Override
  public List<Finding> check(Feature feature, CityView city) {
    Geometry street = feature.geometry();
    if (!feature.layer().equals(Layers.STREETS.name()) || street == null) {
      return List.of();
    }
    if (!city.hasBefore(Layers.STREETS.name())) {
      return List.of(
          finding(
              "streets-none",
              feature,
              "People walk in straight lines here, since no streets were imported; import them"
                  + " first."));
    }
    return reachesAnother(feature, street, city)
        ? List.of()
        : List.of(
            finding(
                "street-apart",
                feature,
                "It comes within 20 m of no other street, so nobody could get to it; lead it to"
                    + " one."));
  }

  private static boolean reachesAnother(Feature feature, Geometry street, CityView city) {
    var metres = LocalMetres.of(city.city());
    Geometry drawn = metres.fromDegrees(street);
    Envelope around = street.getEnvelopeInternal();
    around.expandBy(NEAR_DEGREES);
    return city.features(Layers.STREETS.name()).stream()
        .filter(other -> !other.id().equals(feature.id()))
        .map(Feature::geometry)
        .filter(other -> other != null && other.getEnvelopeInternal().intersects(around))
        .anyMatch(
            other -> metres.fromDegrees(other).isWithinDistance(drawn, StreetGraph.GAP_METRES));
  }

  private static Finding finding(String code, Feature feature, String advice) {
    return Finding.error(code, "scenario", 0, feature.id() + " geometry", feature.id(), advice);
  }
}
