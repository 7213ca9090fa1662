package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.ApiLink;
import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Media;
import eu.trama.city.twin.Indicator;
import eu.trama.city.twin.Model;
import eu.trama.city.twin.ModelWords;
import eu.trama.city.twin.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Describes models as processes (18-062r2, sections 7.9 to 7.10, and the class "OGC Process
/// Description").
@Component
class Processes {

  static final String NOTES = "notes";
  static final String RELATION = "http://www.opengis.net/def/rel/ogc/1.0/";

  /// Reach takes from seconds to minutes, so that nobody is kept waiting on a connection.
  private static final List<String> CONTROL = List.of("async-execute", "dismiss");

  private final List<ModelWords> words;

  Processes(List<ModelWords> words) {
    this.words = List.copyOf(words);
  }

  static List<String> outputs(Model model) {
    var ids = new ArrayList<>(model.indicators().stream().map(Indicator::id).toList());
    ids.add(NOTES);
    return List.copyOf(ids);
  }

  Map<String, Object> summary(Asked asked, Model model) {
    return summary(
        asked,
        model.id(),
        model.version(),
        say(asked, model, "name"),
        say(asked, model, "about"),
        CONTROL);
  }

  static Map<String, Object> summary(
      Asked asked, String id, String version, String title, String about, List<String> control) {
    var summary = new LinkedHashMap<String, Object>();
    summary.put("id", id);
    summary.put("version", version);
    summary.put("title", title);
    summary.put("description", about);
    summary.put("jobControlOptions", control);
    summary.put("outputTransmission", List.of("value"));
    String own = asked.href("/processes/" + id);
    summary.put(
        "links", List.of(ApiLink.to(own, "self", Media.JSON, "What the process takes and gives")));
    return summary;
  }

  static List<ApiLink> links(Asked asked, String id) {
    return links(asked, id, Media.JSON);
  }

  /// @param chosen the form in which the description is told
  static List<ApiLink> links(Asked asked, String id, Media chosen) {
    var links = new ArrayList<>(asked.selfAndAlternates(chosen, Media.JSON, Media.HTML));
    String execution = asked.href("/processes/" + id + "/execution");
    links.add(ApiLink.to(execution, RELATION + "execute", Media.JSON, "Run it"));
    return links;
  }

  Map<String, Object> description(Asked asked, Model model) {
    var description = summary(asked, model);
    var inputs = new LinkedHashMap<String, Object>();
    model.parameters().forEach(each -> inputs.put(each.name(), input(asked, model, each)));
    inputs.put(ExecuteRequest.SCENARIO, scenario(asked));
    description.put("inputs", inputs);
    var outputs = new LinkedHashMap<String, Object>();
    model.indicators().forEach(each -> outputs.put(each.id(), output(asked, model, each)));
    outputs.put(
        NOTES,
        Map.of(
            "title", asked.say("ogc.process.notes"),
            "description", asked.say("ogc.process.notes.about"),
            "schema", Map.of("type", "object")));
    description.put("outputs", outputs);
    description.put("links", links(asked, model.id()));
    return description;
  }

  private Map<String, Object> input(Asked asked, Model model, Parameter parameter) {
    var schema = new LinkedHashMap<String, Object>();
    switch (parameter.kind()) {
      case WHOLE, NUMBER -> {
        schema.put("type", parameter.kind() == Parameter.Kind.WHOLE ? "integer" : "number");
        schema.put("minimum", parameter.least());
        schema.put("maximum", parameter.most());
      }
      case DATE -> {
        schema.put("type", "string");
        schema.put("format", "date");
      }
      case TIME -> {
        schema.put("type", "string");
        schema.put("pattern", "^([01]\\d|2[0-3]):[0-5]\\d$");
      }
      case TEXT -> {
        schema.put("type", "string");
        schema.put("minLength", (int) parameter.least());
        schema.put("maxLength", (int) parameter.most());
      }
      case CHOICE -> {
        schema.put("type", "string");
        schema.put("enum", parameter.choices());
      }
    }
    schema.put("default", parameter.value());
    var input = new LinkedHashMap<String, Object>();
    input.put("title", say(asked, model, "parameter." + parameter.name()));
    String hint = say(asked, model, "parameter." + parameter.name() + ".hint");
    String unit = parameter.unit().isEmpty() ? "" : " [" + parameter.unit() + "]";
    input.put("description", (hint + unit).strip());
    input.put("schema", schema);
    input.put("minOccurs", 0);
    input.put("maxOccurs", 1);
    if (!parameter.unit().isEmpty()) {
      input.put("additionalParameters", unit(parameter.unit()));
    }
    return input;
  }

  /// For programs: two models can be compared where these agree.
  private static Map<String, Object> unit(String unit) {
    return Map.of("parameters", List.of(Map.of("name", "unit", "value", List.of(unit))));
  }

  private static Map<String, Object> scenario(Asked asked) {
    var document =
        Map.of(
            "type",
            "object",
            "required",
            List.of("trama", "name", "edits"),
            "properties",
            Map.of(
                "trama",
                Map.of("type", "string", "enum", List.of("scenario/1")),
                "name",
                Map.of("type", "string"),
                "edits",
                Map.of("type", "array", "items", Map.of("type", "object"))));
    var input = new LinkedHashMap<String, Object>();
    input.put("title", asked.say("ogc.process.scenario"));
    input.put("description", asked.say("ogc.process.scenario.about"));
    input.put("schema", Map.of("oneOf", List.of(Map.of("type", "string"), document)));
    input.put("minOccurs", 0);
    input.put("maxOccurs", 1);
    return input;
  }

  private Map<String, Object> output(Asked asked, Model model, Indicator indicator) {
    var output = new LinkedHashMap<String, Object>();
    String measure = "measure." + indicator.measure();
    output.put("title", title(asked, model, indicator));
    output.put(
        "description",
        say(asked, model, measure + ".definition")
            + " ["
            + indicator.unit()
            + ", "
            + asked.say("ogc.process.byzone")
            + "]");
    output.put(
        "schema", Map.of("type", "object", "additionalProperties", Map.of("type", "number")));
    output.put("additionalParameters", unit(indicator.unit()));
    return output;
  }

  private String title(Asked asked, Model model, Indicator indicator) {
    String facets =
        indicator.facets().entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .reduce((a, b) -> a + ", " + b)
            .map(all -> " (" + all + ")")
            .orElse("");
    return say(asked, model, "measure." + indicator.measure() + ".name") + facets;
  }

  /// What a model is called.
  String title(Asked asked, Model model) {
    return say(asked, model, "name");
  }

  /// What its outputs are called, by their ids.
  Map<String, String> titles(Asked asked, Model model) {
    return model.indicators().stream()
        .collect(Collectors.toMap(Indicator::id, each -> title(asked, model, each)));
  }

  private String say(Asked asked, Model model, String key) {
    return words(asked, model, key).orElse(key.endsWith(".hint") ? "" : key);
  }

  /// The model's words for that key of [ModelWords]; empty where it has none.
  Optional<String> words(Asked asked, Model model, String key) {
    return words.stream()
        .filter(each -> each.model().equals(model.id()))
        .flatMap(each -> each.find(asked.visit().words(), key).stream())
        .findFirst();
  }
}
