package eu.trama.city.ogc.processes;

import static eu.trama.city.ogc.processes.ExecuteDocument.bad;

import eu.trama.city.ogc.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A process that gives back what it is given: with it, who writes a client, and the official
/// suite, can try every way of asking without computing anything. It is none of the models.
///
/// @param values what is given back, by output
/// @param outputs ids of those that are wanted
/// @param pause seconds to wait before
record Echo(Map<String, JsonNode> values, List<String> outputs, int pause, boolean raw) {

  static final String ID = "echo";

  /// @throws Problem 400 where an input is not as described, or there is nothing to give back
  static Echo of(ExecuteDocument document, InputValues values) {
    var read = new LinkedHashMap<String, JsonNode>();
    document.inputs().forEach((name, given) -> read.put(name, read(name, given, values)));
    JsonNode pause = read.remove(EchoInput.PAUSE.id());
    List<String> wanted = document.wanted(EchoInput.outputs());
    if (read.keySet().stream().noneMatch(wanted::contains)) {
      throw bad("Give at least one input whose output is wanted: " + wanted + ".");
    }
    return new Echo(read, wanted, pause == null ? 0 : pause.asInt(), document.raw());
  }

  private static JsonNode read(String name, JsonNode given, InputValues values) {
    EchoInput input =
        EchoInput.of(name)
            .orElseThrow(
                () -> bad("There is no input ‘" + name + "’; there are: " + EchoInput.ids() + "."));
    if (given.isArray() && input.mostOften() > 1) {
      return several(input, given, values);
    }
    return one(input, given, values);
  }

  private static JsonNode several(EchoInput input, JsonNode given, InputValues values) {
    if (given.isEmpty() || given.size() > input.mostOften()) {
      throw bad("Give input ‘" + input.id() + "’ once to " + input.mostOften() + " times.");
    }
    var all = JsonNodeFactory.instance.arrayNode();
    given.values().forEach(each -> all.add(one(input, each, values)));
    return all;
  }

  private static JsonNode one(EchoInput input, JsonNode given, InputValues values) {
    boolean bare =
        given.isObject()
            && !InputValues.byReference(given)
            && !InputValues.qualified(given)
            && !given.has("bbox");
    if (bare) {
      throw bad(
          "Input ‘" + input.id() + "’ is an object: give it as {\"value\": …} or {\"href\": …}.");
    }
    JsonNode value = values.read(input.id(), given, input.types());
    if (!input.admits(value)) {
      throw bad("Input ‘" + input.id() + "’ is not of the type that the process describes.");
    }
    return value;
  }

  /// What comes of it; an output whose input was not given is left out.
  Outcome outcome() {
    var wanted = new LinkedHashMap<String, JsonNode>();
    outputs.stream()
        .filter(values::containsKey)
        .forEach(id -> wanted.put(id, java.util.Objects.requireNonNull(values.get(id))));
    return new Outcome(raw, wanted, EchoInput.bytes());
  }
}
