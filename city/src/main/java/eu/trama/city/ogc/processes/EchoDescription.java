package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.Asked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Describes the echo as [Processes] describes the models.
final class EchoDescription {

  private static final List<String> CONTROL = List.of("sync-execute", "async-execute", "dismiss");

  private EchoDescription() {}

  static Map<String, Object> summary(Asked asked) {
    return Processes.summary(
        asked, Echo.ID, "1.0.0", asked.say("ogc.echo.title"), asked.say("ogc.echo.about"), CONTROL);
  }

  static Map<String, Object> description(Asked asked) {
    var inputs = new LinkedHashMap<String, Object>();
    var outputs = new LinkedHashMap<String, Object>();
    for (EchoInput each : EchoInput.values()) {
      var input = new LinkedHashMap<String, Object>();
      input.put("title", asked.say("ogc.echo.input." + each.id()));
      input.put("schema", each.schema());
      input.put("minOccurs", 0);
      input.put("maxOccurs", each.mostOften());
      inputs.put(each.id(), input);
      if (each != EchoInput.PAUSE) {
        outputs.put(
            each.id(),
            Map.of("title", asked.say("ogc.echo.input." + each.id()), "schema", output(each)));
      }
    }
    var description = summary(asked);
    description.put("inputs", inputs);
    description.put("outputs", outputs);
    description.put("links", Processes.links(asked, Echo.ID));
    return description;
  }

  /// What may be given several times comes back as it came: once as it is, or as a list.
  private static Map<String, Object> output(EchoInput input) {
    return input.mostOften() == 1
        ? input.schema()
        : Map.of(
            "oneOf", List.of(input.schema(), Map.of("type", "array", "items", input.schema())));
  }
}
