package eu.trama.city.twin;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A scenario as a file that can travel:
/// `{"trama":"scenario/1","city":…,"name":…,"description":…,"base":…,"edits":[…]}`. `name` and
/// `description` are a text, or an object with a text per language. Without `base` the scenario is
/// laid over the city of today. A step may name features by their properties ([ScenarioStep.Each]).
/// Without `city` it is a policy that can be laid over any.
public final class ScenarioJson {

  private static final String FORMAT = "scenario/1";

  /// What a file says, before it is laid over a city.
  ///
  /// @param city empty where it is for any city
  /// @param base the snapshot it was made on; null to take today's
  /// @param steps in order
  public record Content(
      String city,
      Map<String, String> name,
      Map<String, String> description,
      @Nullable AsOf base,
      List<ScenarioStep> steps) {

    public Content {
      steps = List.copyOf(steps);
    }

    /// The same for one city.
    ///
    /// @throws BadInput when it is made for another
    public Content in(String here) {
      if (!city.isEmpty() && !city.equals(here)) {
        throw new BadInput(
            Finding.error(
                "scenario-city",
                "scenario",
                0,
                "city",
                city,
                "It was made for another city; use it there."));
      }
      return new Content(here, name, description, base, steps);
    }

    /// The edits that its steps come to in a city.
    ///
    /// @throws BadInput when a step finds nothing there
    public List<Edit> edits(ScenarioStep.Features features) {
      return steps.stream().flatMap(step -> step.edits(features).stream()).toList();
    }

    /// The name in a language, or in any where it has none in that.
    public String name(String language) {
      return in(name, language);
    }

    public String description(String language) {
      return in(description, language);
    }

    private static String in(Map<String, String> texts, String language) {
      return Optional.ofNullable(texts.get(language))
          .or(() -> texts.values().stream().findFirst())
          .orElse("");
    }
  }

  private ScenarioJson() {}

  public static Map<String, Object> write(Scenario scenario) {
    var object = new LinkedHashMap<String, Object>();
    object.put("trama", FORMAT);
    object.put("city", scenario.city());
    object.put("name", scenario.name());
    object.put("description", scenario.description());
    object.put(
        "base",
        Map.of(
            "valid",
            scenario.base().valid().toString(),
            "known",
            scenario.base().known().toString()));
    object.put("edits", scenario.edits().stream().map(EditJson::write).toList());
    return object;
  }

  /// @param file what to call the file in findings
  /// @throws BadInput when it is not a scenario
  public static Content read(String text, String file) {
    JsonNode object = Json.readOutside(text, file);
    if (!object.path("trama").asString("").equals(FORMAT)) {
      throw new BadInput(
          Finding.error(
              "scenario-format",
              file,
              0,
              "trama",
              object.path("trama").toString(),
              "Expected \"" + FORMAT + "\"."));
    }
    JsonNode list = object.path("edits");
    if (!list.isArray()) {
      throw new BadInput(
          Finding.error("scenario-edits", file, 0, "edits", "", "Give a list of steps."));
    }
    var steps = new ArrayList<ScenarioStep>();
    for (JsonNode each : list) {
      steps.add(EditJson.readStep(each, file + " step " + (steps.size() + 1)));
    }
    return new Content(
        object.path("city").asString(""),
        texts(object.path("name")),
        texts(object.path("description")),
        base(object.path("base"), file),
        steps);
  }

  private static Map<String, String> texts(JsonNode node) {
    var texts = new LinkedHashMap<String, String>();
    if (node.isString()) {
      texts.put("", node.asString());
    }
    node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString("")));
    return texts;
  }

  private static @Nullable AsOf base(JsonNode node, String file) {
    if (!node.isObject()) {
      return null;
    }
    try {
      return new AsOf(
          Instant.parse(node.path("valid").asString("")),
          Instant.parse(node.path("known").asString("")));
    } catch (DateTimeException e) {
      throw new BadInput(
          Finding.error(
              "scenario-base",
              file,
              0,
              "base",
              node.toString(),
              "Give two times such as 2026-01-31T12:00:00Z."));
    }
  }
}
