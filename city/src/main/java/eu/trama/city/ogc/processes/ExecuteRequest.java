package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.Problem;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Json;
import eu.trama.city.twin.Model;
import eu.trama.city.twin.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/// What a client sends to have a model run (18-062r2, section 7.11).
///
/// @param parameters the model's own, as texts
/// @param scenario an id, a scenario document, or an address of one on this server; null for the
///   city as it is
/// @param outputs ids of those that are wanted, all where none is named
/// @param raw whether results are wanted as they are, which is what the standard takes where
///   nothing is said
record ExecuteRequest(
    Map<String, String> parameters,
    @Nullable JsonNode scenario,
    List<String> outputs,
    boolean raw) {

  static final String SCENARIO = "scenario";

  private static final Set<String> QUALIFIERS = Set.of("value", "mediaType", "encoding", "schema");

  /// @throws Problem 400 where it is not such a request
  static ExecuteRequest read(String text, Model model) {
    JsonNode request;
    try {
      request = Json.readOutside(text, "request");
    } catch (BadInput e) {
      throw bad(e.findings().getFirst().toString());
    }
    if (!request.isObject()) {
      throw bad("The request is not a JSON object.");
    }
    var parameters = new LinkedHashMap<String, String>();
    JsonNode scenario = null;
    for (Map.Entry<String, JsonNode> input : object(request, "inputs").properties()) {
      String name = input.getKey();
      JsonNode value = value(name, input.getValue());
      if (name.equals(SCENARIO)) {
        scenario = value;
      } else {
        parameters.put(name, text(model, name, value));
      }
    }
    return new ExecuteRequest(parameters, scenario, outputs(request, model), raw(request));
  }

  private static JsonNode object(JsonNode request, String name) {
    JsonNode object = request.path(name);
    if (!object.isMissingNode() && !object.isNull() && !object.isObject()) {
      throw bad("‘" + name + "’ is not a JSON object.");
    }
    return object;
  }

  /// The value of an input: as it stands, or qualified as in `{"value": …}`.
  private static JsonNode value(String name, JsonNode given) {
    if (given.isArray()) {
      throw bad("Input ‘" + name + "’ is a list, but may be given once.");
    }
    if (!given.has("value")) {
      return given;
    }
    var members = new HashSet<String>();
    given.properties().forEach(member -> members.add(member.getKey()));
    members.removeAll(QUALIFIERS);
    String type = given.path("mediaType").asString("application/json");
    if (!members.isEmpty() || !type.startsWith("application/json") || given.has("encoding")) {
      throw bad("Input ‘" + name + "’ is qualified in a way that is not known; give JSON.");
    }
    return given.path("value");
  }

  private static String text(Model model, String name, JsonNode value) {
    Parameter parameter =
        model.parameters().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(
                () -> bad("There is no input ‘" + name + "’; there are: " + inputs(model) + "."));
    boolean fits =
        switch (parameter.kind()) {
          case WHOLE -> value.isIntegralNumber();
          case NUMBER -> value.isNumber();
          case DATE, TIME, TEXT, CHOICE -> value.isString();
        };
    if (!fits) {
      throw bad("Input ‘" + name + "’ is not of the type that the process describes.");
    }
    return value.asString();
  }

  private static List<String> inputs(Model model) {
    var names = new ArrayList<>(model.parameters().stream().map(Parameter::name).toList());
    names.add(SCENARIO);
    return names;
  }

  private static List<String> outputs(JsonNode request, Model model) {
    List<String> known = Processes.outputs(model);
    var wanted = new ArrayList<String>();
    for (Map.Entry<String, JsonNode> output : object(request, "outputs").properties()) {
      if (!known.contains(output.getKey())) {
        throw bad("There is no output ‘" + output.getKey() + "’; there are: " + known + ".");
      }
      if (!output.getValue().path("transmissionMode").asString("value").equals("value")) {
        throw bad("Output ‘" + output.getKey() + "’ is given by value only.");
      }
      String type = output.getValue().path("format").path("mediaType").asString("application/json");
      if (!type.startsWith("application/json")) {
        throw bad("Output ‘" + output.getKey() + "’ is given as application/json only.");
      }
      wanted.add(output.getKey());
    }
    return wanted.isEmpty() ? known : List.copyOf(wanted);
  }

  private static boolean raw(JsonNode request) {
    String response = request.path("response").asString("raw");
    if (!List.of("raw", "document").contains(response)) {
      throw bad("‘response’ is neither raw nor document.");
    }
    return response.equals("raw");
  }

  /// The address that a scenario stands at, where it is given by reference.
  Optional<String> scenarioAddress() {
    return scenario != null && scenario.path("href").isString()
        ? Optional.of(scenario.path("href").asString())
        : Optional.empty();
  }

  static Problem bad(String detail) {
    return new Problem(HttpStatus.BAD_REQUEST, detail);
  }
}
