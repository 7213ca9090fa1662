package eu.trama.city.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What two scenarios of one city have differently, feature by feature.
public record ScenarioDiff(List<Difference> differences) {

  /// @param left the feature as the first scenario has it; null where it has none
  /// @param right likewise of the second
  /// @param properties names of the properties that differ; `geometry` where the shape does
  public record Difference(
      String layer,
      String id,
      @Nullable Feature left,
      @Nullable Feature right,
      SortedSet<String> properties) {}

  public static ScenarioDiff of(CityView left, CityView right) {
    var differences = new ArrayList<Difference>();
    var layers = left.changedLayers();
    layers.addAll(right.changedLayers());
    for (String layer : layers) {
      var ids = new TreeSet<>(left.changes(layer).keySet());
      ids.addAll(right.changes(layer).keySet());
      for (String id : ids) {
        Feature one = left.feature(layer, id).orElse(null);
        Feature other = right.feature(layer, id).orElse(null);
        SortedSet<String> properties = differing(one, other);
        if (!properties.isEmpty()) {
          differences.add(new Difference(layer, id, one, other, properties));
        }
      }
    }
    return new ScenarioDiff(List.copyOf(differences));
  }

  private static SortedSet<String> differing(@Nullable Feature one, @Nullable Feature other) {
    var names = new TreeSet<String>();
    var left = one == null ? Properties.NONE : one.properties();
    var right = other == null ? Properties.NONE : other.properties();
    names.addAll(left.values().keySet());
    names.addAll(right.values().keySet());
    names.removeIf(
        name -> java.util.Objects.equals(left.values().get(name), right.values().get(name)));
    var leftShape = one == null ? null : one.geometry();
    var rightShape = other == null ? null : other.geometry();
    if (!java.util.Objects.equals(leftShape, rightShape)) {
      names.add("geometry");
    }
    return names;
  }
}
