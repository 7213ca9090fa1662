package eu.trama.city.twin;

import java.util.List;

/// What a system around the twin demands of features in a layer that it understands, beyond the
/// layer's schema: that a line has a run time between each two stops, for example. Supplied as a
/// bean; asked before a scenario takes an edit.
@FunctionalInterface
public interface FeatureCheck {

  /// @param city the city as it would be with the feature
  List<Finding> check(Feature feature, CityView city);
}
