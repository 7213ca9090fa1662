package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.ApiLink;
import eu.trama.city.ogc.Asked;
import eu.trama.city.twin.Json;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import tools.jackson.databind.JsonNode;

/// Processes as pages for people. They are drawn from the documents that programs get, so that
/// neither says more than the other (18-062r2, requirement `/req/html/content`).
@Component
class ProcessPages {

  private static final Set<String> KINDS =
      Set.of("integer", "number", "string", "boolean", "array", "object");

  private final Pages pages;

  ProcessPages(Pages pages) {
    this.pages = pages;
  }

  /// @param next address of the next page; empty on the last
  View list(Asked asked, List<Map<String, Object>> summaries, String next, List<ApiLink> links) {
    var lines = new ArrayList<ProcessListPage.Line>();
    for (JsonNode each : Json.mapper().<JsonNode>valueToTree(summaries).values()) {
      String id = each.path("id").asString();
      lines.add(
          new ProcessListPage.Line(
              each.path("title").asString(),
              each.path("description").asString(),
              "/ogc/" + asked.city().id() + "/processes/" + id + "?f=html",
              String.join(
                  " · ",
                  id,
                  each.path("version").asString(),
                  all(each.path("jobControlOptions")),
                  all(each.path("outputTransmission")))));
    }
    var page = asked.page(asked.say("ogc.processes.title")).under(start(asked));
    var model =
        new ProcessListPage(
            asked.say("ogc.processes.lead", asked.city().name()), lines, next, links);
    return pages.show("ogc/processes", page, model);
  }

  /// @param document the description, as [Processes] and [EchoDescription] put it together
  View process(Asked asked, Map<String, Object> document, List<ApiLink> links) {
    JsonNode process = Json.mapper().valueToTree(document);
    String id = process.path("id").asString();
    var inputs =
        process.path("inputs").properties().stream()
            .map(each -> input(asked, each.getKey(), each.getValue()))
            .toList();
    var model =
        new ProcessPage(
            process.path("description").asString(),
            facts(asked, process),
            inputs,
            outputs(asked, process.path("outputs")),
            asked.href("/processes/" + id + "/execution"),
            id.equals(Echo.ID) ? "" : "/" + asked.city().id() + "/scenarios",
            links);
    var page = asked.page(process.path("title").asString()).under(start(asked), list(asked));
    return pages.show("ogc/process", page, model);
  }

  private static List<JobPage.Fact> facts(Asked asked, JsonNode process) {
    return List.of(
        new JobPage.Fact(asked.say("ogc.process.id"), process.path("id").asString()),
        new JobPage.Fact(asked.say("ogc.process.version"), process.path("version").asString()),
        new JobPage.Fact(asked.say("ogc.process.control"), all(process.path("jobControlOptions"))),
        new JobPage.Fact(
            asked.say("ogc.process.transmission"), all(process.path("outputTransmission"))));
  }

  private static ProcessPage.Input input(Asked asked, String id, JsonNode input) {
    return new ProcessPage.Input(
        input.path("title").asString(),
        id,
        input.path("description").asString(),
        takes(asked, input.path("schema"))
            + ". "
            + asked.say(
                "ogc.process.often",
                input.path("minOccurs").asInt(),
                input.path("maxOccurs").asInt()),
        Json.writeReadable(input.path("schema")));
  }

  /// What a schema admits, in words; the schema itself says more.
  private static String takes(Asked asked, JsonNode schema) {
    String type = schema.path("type").asString();
    var words = new ArrayList<String>();
    words.add(asked.say("ogc.kind." + (KINDS.contains(type) ? type : "any")));
    if (schema.has("minimum") && schema.has("maximum")) {
      words.add(asked.say("ogc.kind.between", text(schema, "minimum"), text(schema, "maximum")));
    }
    if (schema.has("enum")) {
      words.add(asked.say("ogc.kind.choice", all(schema.path("enum"))));
    }
    if (schema.has("default")) {
      words.add(asked.say("ogc.kind.default", text(schema, "default")));
    }
    return String.join("; ", words);
  }

  /// Bounds are doubles, but most are whole.
  private static String text(JsonNode schema, String name) {
    return schema.path(name).asString().replaceFirst("\\.0$", "");
  }

  private static DataTable outputs(Asked asked, JsonNode outputs) {
    var rows =
        outputs.properties().stream()
            .map(each ->
                Row.of(
                    "",
                    each.getValue().path("title").asString(),
                    each.getKey(),
                    each.getValue().path("description").asString(),
                    Json.write(each.getValue().path("schema"))))
            .toList();
    return new DataTable(
        "outputs",
        asked.say("ogc.process.outputs"),
        List.of(
            Column.text(asked.say("ogc.process.output")),
            Column.text(asked.say("ogc.process.id")),
            Column.text(asked.say("ogc.process.about")),
            Column.text(asked.say("ogc.process.schema"))),
        rows,
        true);
  }

  private static String all(JsonNode texts) {
    return texts.values().stream().map(JsonNode::asString).collect(Collectors.joining(", "));
  }

  static Link start(Asked asked) {
    return Link.to(
        asked.say("ogc.landing.title", asked.city().name()),
        "/ogc/" + asked.city().id() + "?f=html");
  }

  static Link echo(Asked asked) {
    return Link.to(
        asked.say("ogc.echo.title"), "/ogc/" + asked.city().id() + "/processes/echo?f=html");
  }

  private static Link list(Asked asked) {
    return Link.to(
        asked.say("ogc.processes.title"), "/ogc/" + asked.city().id() + "/processes?f=html");
  }
}
