package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.Edit;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Properties;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.Twin;
import eu.trama.city.twin.pages.LayerTables;
import eu.trama.city.twin.pages.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The steps of a scenario as sentences.
final class StepWords {

  private static final Set<String> NAMED = Set.of("lines", "stops", "facilities", "streets");

  private final Wording wording;
  private final Twin twin;
  private final Scenario scenario;
  private final Map<String, Optional<Feature>> changed = new HashMap<>();

  private StepWords(Wording wording, Twin twin, Scenario scenario) {
    this.wording = wording;
    this.twin = twin;
    this.scenario = scenario;
  }

  static List<String> of(Wording wording, Twin twin, Scenario scenario) {
    var words = new StepWords(wording, twin, scenario);
    var sentences = new ArrayList<String>();
    for (Edit edit : scenario.edits()) {
      sentences.add(words.sentence(edit));
    }
    return sentences;
  }

  private String sentence(Edit edit) {
    String key = edit.layer() + "|" + edit.id();
    Optional<Feature> before =
        changed.containsKey(key)
            ? changed.get(key)
            : twin.feature(scenario.snapshot(), edit.layer(), edit.id());
    return switch (edit) {
      case Edit.Add(Feature feature) -> {
        changed.put(key, Optional.of(feature));
        yield added(feature);
      }
      case Edit.Remove remove -> {
        changed.put(key, Optional.empty());
        String layer = NAMED.contains(edit.layer()) ? edit.layer() : "other";
        yield wording.say("twin.step.remove." + layer, name(before, edit), layerName(edit.layer()));
      }
      case Edit.Change change -> {
        before.ifPresent(feature ->
            changed.put(
                key,
                Optional.of(feature.with(feature.properties().changedBy(change.properties())))));
        yield changed(change, before, name(before, edit));
      }
    };
  }

  private String added(Feature feature) {
    String name = name(feature);
    return switch (feature.layer()) {
      case "lines" -> {
        int stops = feature.properties().texts("stops").size();
        var headway = Headway.shortest(feature);
        yield headway.isPresent()
            ? say("twin.step.add.lines", name, stops, Headway.minutes(headway.getAsLong()))
            : say("twin.step.add.lines.plain", name, stops);
      }
      case "stops" -> say("twin.step.add.stops", name);
      case "facilities" -> say("twin.step.add.facilities", name, kind(feature.properties()));
      default -> say("twin.step.add.other", name, layerName(feature.layer()));
    };
  }

  private String changed(Edit.Change change, Optional<Feature> before, String name) {
    var after = new Feature(change.layer(), change.id(), change.geometry(), change.properties());
    var headway = Headway.shortest(after);
    var was = before.map(Headway::shortest).orElse(java.util.OptionalLong.empty());
    if (change.layer().equals("lines") && headway.isPresent()) {
      double minutes = Headway.minutes(headway.getAsLong());
      return was.isPresent()
          ? say("twin.step.change.headway", name, minutes, Headway.minutes(was.getAsLong()))
          : say("twin.step.change.headway.plain", name, minutes);
    }
    var names = new TreeSet<String>();
    for (String property : change.properties().values().keySet()) {
      names.add(LayerTables.field(wording.words(), property));
    }
    if (change.geometry() != null) {
      names.add(say("twin.field.geometry"));
    }
    return say("twin.step.change.other", name, String.join(", ", names));
  }

  private String kind(Properties properties) {
    String kind = properties.text("kind").orElse("");
    return switch (kind) {
      case "school", "health", "social" -> say("twin.code.kind." + kind);
      default -> kind;
    };
  }

  private String layerName(String layer) {
    return say("twin.layer." + layer);
  }

  private static String name(Optional<Feature> feature, Edit edit) {
    return feature.map(StepWords::name).orElse(edit.id());
  }

  /// A line by the sign on its vehicles and its name; anything else by its name.
  static String name(Feature feature) {
    String name = feature.properties().text("name").orElse(feature.id());
    return feature
        .properties()
        .text("short_name")
        .filter(sign -> !name.startsWith(sign))
        .map(sign -> sign + " " + name)
        .orElse(name);
  }

  private String say(String key, Object... values) {
    return wording.say(key, values);
  }
}
