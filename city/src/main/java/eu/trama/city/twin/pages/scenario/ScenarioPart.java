package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.CityView;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.pages.scenario.ScenarioMap.Change;
import eu.trama.city.web.map.MapLayer.Stroke;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A part of a scenario that its map draws in one way.
enum ScenarioPart {
  /// Lines that stay as they are.
  KEPT(Stroke.PLAIN),
  NEW_STREETS(Stroke.ROAD),
  CLOSED_STREETS(Stroke.DOTTED),
  REMOVED_LINES(Stroke.DASHED),
  /// Changed ones too.
  NEW_LINES(Stroke.DOUBLE);

  private final Stroke stroke;

  ScenarioPart(Stroke stroke) {
    this.stroke = stroke;
  }

  Stroke stroke() {
    return stroke;
  }

  /// As it stands in addresses and messages.
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<ScenarioPart> ofKey(String key) {
    return Stream.of(values()).filter(part -> part.key().equals(key)).findFirst();
  }

  List<Feature> features(CityView view, List<ScenarioChange> changes) {
    if (this == KEPT) {
      var changed = view.changes(Layers.LINES.name()).keySet();
      return view.features(Layers.LINES.name()).stream()
          .filter(line -> !changed.contains(line.id()) && line.geometry() != null)
          .toList();
    }
    return changes.stream().filter(this::holds).map(ScenarioChange::feature).toList();
  }

  private boolean holds(ScenarioChange each) {
    var geometry = each.feature().geometry();
    boolean line = each.feature().layer().equals(Layers.LINES.name());
    boolean removed = each.change() == Change.REMOVED;
    return geometry != null
        && geometry.getDimension() > 0
        && switch (this) {
          case KEPT -> false;
          case NEW_STREETS -> !line && !removed;
          case CLOSED_STREETS -> !line && removed;
          case REMOVED_LINES -> line && removed;
          case NEW_LINES -> line && !removed;
        };
  }

  /// The points of the map with the sign of each: what the scenario changes, and the stops of the
  /// lines that it changes.
  static Map<Feature, PlaceSign> places(CityView view, List<ScenarioChange> changes) {
    Set<String> drawn = new HashSet<>();
    Map<Feature, PlaceSign> signs = new LinkedHashMap<>();
    for (ScenarioChange each : changes) {
      var geometry = each.feature().geometry();
      if (geometry != null && geometry.getDimension() == 0) {
        drawn.add(each.feature().id());
        signs.put(each.feature(), PlaceSign.of(each));
      }
    }
    for (ScenarioChange each : changes) {
      if (each.feature().layer().equals(Layers.LINES.name())) {
        for (String stop : each.feature().properties().texts("stops")) {
          Optional<Feature> place = view.feature(Layers.STOPS.name(), stop);
          if (place.isPresent() && drawn.add(stop)) {
            signs.put(place.get(), PlaceSign.STOP_KEPT);
          }
        }
      }
    }
    return signs;
  }
}
