package eu.trama.city.twin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// A step as a scenario file writes it. A file can be made for cities as they hold different files:
/// a line has one id in a pack and another in a timetable feed. So a step names a feature by its
/// id, or all features whose properties say something.
public sealed interface ScenarioStep {

  /// The edits that it comes to in a city.
  ///
  /// @param features the city's features of a layer, before any edit of the file
  List<Edit> edits(Features features);

  @FunctionalInterface
  interface Features {
    List<Feature> of(String layer);
  }

  /// One feature, by its id.
  record Exact(Edit edit) implements ScenarioStep {
    @Override
    public List<Edit> edits(Features features) {
      return List.of(edit);
    }
  }

  /// Changes or removes each feature that the city has with some properties.
  ///
  /// @param where names and values, all of which the feature has
  /// @param optional whether it may find nothing
  /// @param change what is different; null where the features go
  /// @param place where the step stands, for findings
  record Each(
      String layer,
      Map<String, String> where,
      boolean optional,
      @Nullable Other change,
      String place)
      implements ScenarioStep {

    /// What a changed feature has differently.
    public record Other(@Nullable Geometry geometry, Properties properties) {}

    /// @throws BadInput when nothing is found and something must be
    @Override
    public List<Edit> edits(Features features) {
      List<String> found =
          features.of(layer).stream().filter(this::matches).map(Feature::id).toList();
      if (found.isEmpty() && !optional) {
        throw new BadInput(
            Finding.error(
                "step-finds-nothing",
                place,
                0,
                layer,
                where.toString(),
                "The city has nothing like it now; say what it has, or leave the step out."));
      }
      return found.stream().map(this::edit).toList();
    }

    private boolean matches(Feature feature) {
      return where.entrySet().stream()
          .allMatch(each ->
              feature.properties().text(each.getKey()).filter(each.getValue()::equals).isPresent());
    }

    private Edit edit(String id) {
      return change == null
          ? new Edit.Remove(layer, id)
          : new Edit.Change(layer, id, change.geometry(), change.properties());
    }
  }
}
