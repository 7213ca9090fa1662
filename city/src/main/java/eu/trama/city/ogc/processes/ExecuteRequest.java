package eu.trama.city.ogc.processes;

import static eu.trama.city.ogc.processes.ExecuteDocument.bad;

import eu.trama.city.ogc.Problem;
import eu.trama.city.twin.Model;
import eu.trama.city.twin.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a client sends to have a model run (18-062r2, section 7.11).
///
/// @param parameters the model's own, as texts
/// @param scenario an id, a scenario document, or `{"href": …}`; null for the city as it is
/// @param outputs ids of those that are wanted, all where none is named
/// @param raw whether results are wanted as they are
record ExecuteRequest(
    Map<String, String> parameters,
    @Nullable JsonNode scenario,
    List<String> outputs,
    boolean raw) {

  static final String SCENARIO = "scenario";

  private static final List<String> JSON = List.of("application/json");

  /// @throws Problem 400 where the model cannot be asked so
  static ExecuteRequest of(ExecuteDocument document, Model model, InputValues values) {
    var parameters = new LinkedHashMap<String, String>();
    JsonNode scenario = null;
    for (Map.Entry<String, JsonNode> input : document.inputs().entrySet()) {
      String name = input.getKey();
      JsonNode given = input.getValue();
      if (given.isArray()) {
        throw bad("Input ‘" + name + "’ is a list, but may be given once.");
      }
      if (name.equals(SCENARIO)) {
        scenario = InputValues.byReference(given) ? given : values.read(name, given, JSON);
      } else {
        Parameter parameter = parameter(model, name);
        parameters.put(name, text(parameter, values.read(name, given, JSON)));
      }
    }
    return new ExecuteRequest(
        parameters, scenario, document.wanted(Processes.outputs(model)), document.raw());
  }

  private static Parameter parameter(Model model, String name) {
    return model.parameters().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> bad("There is no input ‘" + name + "’; there are: " + inputs(model) + "."));
  }

  private static String text(Parameter parameter, JsonNode value) {
    boolean fits =
        switch (parameter.kind()) {
          case WHOLE -> value.isIntegralNumber();
          case NUMBER -> value.isNumber();
          case DATE, TIME, TEXT, CHOICE -> value.isString();
        };
    if (!fits) {
      throw bad("Input ‘" + parameter.name() + "’ is not of the type that the process describes.");
    }
    return value.asString();
  }

  private static List<String> inputs(Model model) {
    var names = new ArrayList<>(model.parameters().stream().map(Parameter::name).toList());
    names.add(SCENARIO);
    return names;
  }

  /// The address that a scenario stands at, where it is given by reference.
  Optional<String> scenarioAddress() {
    return scenario != null && InputValues.byReference(scenario)
        ? Optional.of(scenario.path("href").asString(""))
        : Optional.empty();
  }
}
