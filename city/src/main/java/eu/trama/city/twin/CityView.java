package eu.trama.city.twin;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A city as a model sees it: a snapshot with the changes of a scenario laid over it.
public final class CityView {

  private final Twin twin;
  private final City city;
  private final Snapshot snapshot;

  /// By layer and id, the feature as the scenario has it; empty where the scenario removes it.
  private final Map<String, SortedMap<String, Optional<Feature>>> changes = new TreeMap<>();

  private final Map<String, List<Feature>> loaded = new HashMap<>();
  private @Nullable Set<String> readable;

  /// @throws BadInput when an edit does not fit: it changes what is not there, or adds what is
  CityView(Twin twin, Snapshot snapshot, List<Edit> edits) {
    this.twin = twin;
    this.snapshot = snapshot;
    this.city =
        twin.city(snapshot.city())
            .orElseThrow(() -> new IllegalArgumentException("no city " + snapshot.city()));
    edits.forEach(this::apply);
  }

  public City city() {
    return city;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  /// All features of a layer, in the order of their ids.
  public List<Feature> features(String layer) {
    refuseUnreadable(layer);
    return loaded.computeIfAbsent(layer, this::load);
  }

  /// The zones with their statistics; where no scenario changes the city, those that everybody who
  /// looks at this snapshot shares.
  List<Zone> zones() {
    refuseUnreadable(Layers.ZONES.name());
    refuseUnreadable(Layers.STATISTICS.name());
    return changes.isEmpty() ? twin.zones(snapshot) : Zones.join(this);
  }

  public Optional<Feature> feature(String layer, String id) {
    refuseUnreadable(layer);
    Optional<Feature> changed = changes(layer).get(id);
    return changed != null ? changed : twin.feature(snapshot, layer, id);
  }

  /// A feature as the city has it without the scenario.
  public Optional<Feature> before(String layer, String id) {
    refuseUnreadable(layer);
    return twin.feature(snapshot, layer, id);
  }

  /// Whether the city has any feature of a layer without the scenario.
  public boolean hasBefore(String layer) {
    refuseUnreadable(layer);
    return twin.layers(snapshot).containsKey(layer);
  }

  /// A whole file that a feature of this city names, such as a timetable feed.
  public InputStream blob(String sha256) {
    return twin.blob(sha256);
  }

  /// The layers in which the scenario changes anything.
  public SortedSet<String> changedLayers() {
    return new TreeSet<>(changes.keySet());
  }

  /// What the scenario comes to in a layer, whatever the steps that led there: by id the resulting
  /// feature, or empty where it is gone. Two lists of edits with equal changes are the same
  /// scenario to a model.
  public SortedMap<String, Optional<Feature>> changes(String layer) {
    return Collections.unmodifiableSortedMap(changes.getOrDefault(layer, new TreeMap<>()));
  }

  /// The same view, in which only some layers can be read.
  CityView restrictedTo(List<String> layers) {
    readable = Set.copyOf(layers);
    return this;
  }

  private void refuseUnreadable(String layer) {
    if (readable != null && !readable.contains(layer)) {
      throw new IllegalArgumentException("the model does not say that it reads the layer " + layer);
    }
  }

  private void apply(Edit edit) {
    Optional<Feature> before = feature(edit.layer(), edit.id());
    Optional<Feature> after =
        switch (edit) {
          case Edit.Add(Feature added) -> {
            refuseIf(
                before.isPresent(),
                "id-taken",
                edit,
                "Choose an id that the layer does not have yet.");
            yield Optional.of(added);
          }
          case Edit.Change change -> Optional.of(changed(present(before, edit), change));
          case Edit.Remove(var layer, var id) -> {
            present(before, edit);
            yield Optional.empty();
          }
        };
    var ofLayer = changes.computeIfAbsent(edit.layer(), layer -> new TreeMap<>());
    if (after.equals(twin.feature(snapshot, edit.layer(), edit.id()))) {
      ofLayer.remove(edit.id());
      if (ofLayer.isEmpty()) {
        changes.remove(edit.layer());
      }
    } else {
      ofLayer.put(edit.id(), after);
    }
    loaded.remove(edit.layer());
  }

  private static Feature changed(Feature before, Edit.Change change) {
    Feature after = before.with(before.properties().changedBy(change.properties()));
    return change.geometry() == null ? after : after.with(change.geometry());
  }

  private static Feature present(Optional<Feature> before, Edit edit) {
    refuseIf(before.isEmpty(), "id-unknown", edit, "Choose one of the layer’s features.");
    return before.orElseThrow();
  }

  private static void refuseIf(boolean wrong, String code, Edit edit, String advice) {
    if (wrong) {
      throw new BadInput(Finding.error(code, "scenario", 0, edit.layer(), edit.id(), advice));
    }
  }

  private List<Feature> load(String layer) {
    var byId = new TreeMap<String, Feature>();
    for (Feature feature : twin.features(snapshot, layer)) {
      byId.put(feature.id(), feature);
    }
    changes(layer).forEach((id, changed) -> put(byId, id, changed.orElse(null)));
    return List.copyOf(new ArrayList<>(byId.values()));
  }

  private static void put(Map<String, Feature> byId, String id, @Nullable Feature feature) {
    if (feature == null) {
      byId.remove(id);
    } else {
      byId.put(id, feature);
    }
  }
}
