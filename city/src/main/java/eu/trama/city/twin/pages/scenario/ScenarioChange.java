package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.CityView;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Snapshot;
import eu.trama.city.twin.Twin;
import eu.trama.city.twin.pages.scenario.ScenarioMap.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A feature that a scenario has otherwise than the city.
///
/// @param feature as the scenario has it; as the city has it where the scenario removes it
record ScenarioChange(Feature feature, Change change) {

  static List<ScenarioChange> of(CityView view, Snapshot snapshot, Twin twin) {
    var all = new ArrayList<ScenarioChange>();
    for (String layer : view.changedLayers()) {
      view.changes(layer)
          .forEach((id, after) -> {
            Optional<Feature> before = twin.feature(snapshot, layer, id);
            if (after.isEmpty()) {
              before.ifPresent(gone -> all.add(new ScenarioChange(gone, Change.REMOVED)));
            } else {
              var change = before.isPresent() ? Change.CHANGED : Change.ADDED;
              all.add(new ScenarioChange(after.get(), change));
            }
          });
    }
    return all;
  }
}
