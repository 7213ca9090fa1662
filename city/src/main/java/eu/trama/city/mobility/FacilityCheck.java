package eu.trama.city.mobility;

import eu.trama.city.twin.CityView;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.FeatureCheck;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Layers;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/// A facility is of a kind that reach is counted for.
@Component
class FacilityCheck implements FeatureCheck {

  private static final List<String> KINDS =
      Arrays.stream(Measure.values())
          .filter(measure -> measure != Measure.PEOPLE)
          .map(Measure::key)
          .toList();

  @Override
  public List<Finding> check(Feature feature, CityView city) {
    String kind = feature.properties().text("kind").orElse("");
    if (!feature.layer().equals(Layers.FACILITIES.name()) || KINDS.contains(kind)) {
      return List.of();
    }
    return List.of(
        Finding.error(
            "facility-kind",
            "scenario",
            0,
            feature.id() + " kind",
            kind,
            "Use one of " + String.join(", ", KINDS) + "."));
  }
}
