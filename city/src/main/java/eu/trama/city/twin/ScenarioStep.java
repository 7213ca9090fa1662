package eu.trama.city.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// A step as a scenario file writes it. A file can be made for cities as they hold different files:
/// a line has one id in a pack and another in a timetable feed. So a step names a feature by its
/// id, or all features whose properties say something; and one that says how many times as often
/// lines run is a policy for any city.
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
          features.of(layer).stream().filter(each -> has(each, where)).map(Feature::id).toList();
      if (found.isEmpty() && !optional) {
        throw nothing(place, layer, where);
      }
      return found.stream().map(this::edit).toList();
    }

    private Edit edit(String id) {
      return change == null
          ? new Edit.Remove(layer, id)
          : new Edit.Change(layer, id, change.geometry(), change.properties());
    }
  }

  /// Lets each line with some properties run so many times as often as it does, at all hours.
  ///
  /// @param where names and values, all of which the line has; empty for every line
  /// @param times 2 for twice as many departures
  record Often(Map<String, String> where, double times, String place) implements ScenarioStep {

    static final double LEAST = 0.1;
    static final double MOST = 10;

    /// Shorter than this no track or street carries; longer is no service.
    private static final long SHORTEST_SECONDS = 60;

    private static final long LONGEST_SECONDS = 7_200;

    @Override
    public List<Edit> edits(Features features) {
      var edits = new ArrayList<Edit>();
      for (Feature line : features.of(Layers.LINES.name())) {
        List<String> headways = headways(line);
        if (has(line, where) && !headways.isEmpty()) {
          edits.add(
              new Edit.Change(
                  line.layer(),
                  line.id(),
                  null,
                  Properties.of(Map.of("headways", headways.stream().map(this::sooner).toList()))));
        }
      }
      if (edits.isEmpty()) {
        throw nothing(place, Layers.LINES.name(), where);
      }
      return edits;
    }

    /// As the line says itself, else by the timetable that it came with.
    private static List<String> headways(Feature line) {
      List<String> own = line.properties().texts("headways");
      return own.isEmpty() ? line.properties().texts("timetable_headways") : own;
    }

    private String sooner(String headway) {
      int slash = headway.lastIndexOf('/');
      double seconds = Double.parseDouble(headway.substring(slash + 1)) / times;
      return headway.substring(0, slash + 1)
          + Math.clamp(Math.round(seconds), SHORTEST_SECONDS, LONGEST_SECONDS);
    }
  }

  private static boolean has(Feature feature, Map<String, String> properties) {
    return properties.entrySet().stream()
        .allMatch(each ->
            feature.properties().text(each.getKey()).filter(each.getValue()::equals).isPresent());
  }

  private static BadInput nothing(String place, String layer, Map<String, String> where) {
    return new BadInput(
        Finding.error(
            "step-finds-nothing",
            place,
            0,
            layer,
            where.toString(),
            "The city has nothing like it now; say what it has, or leave the step out."));
  }
}
