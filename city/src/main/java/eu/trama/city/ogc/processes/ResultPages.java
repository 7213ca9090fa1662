package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.ApiLink;
import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Media;
import eu.trama.city.twin.Json;
import eu.trama.city.twin.Model;
import eu.trama.city.twin.Models;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Twin;
import eu.trama.city.twin.Zone;
import eu.trama.city.twin.Zones;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import tools.jackson.databind.JsonNode;

/// What came of a process as a page for people: what is numbers by zone as one table, and all else
/// as it is.
@Component
class ResultPages {

  private final Pages pages;
  private final Models models;
  private final Processes processes;
  private final JobPages jobs;
  private final Twin twin;

  ResultPages(Pages pages, Models models, Processes processes, JobPages jobs, Twin twin) {
    this.pages = pages;
    this.models = models;
    this.processes = processes;
    this.jobs = jobs;
    this.twin = twin;
  }

  /// @param run what computed them
  View results(Asked asked, Standing standing, Run run, Outcome outcome) {
    Job job = standing.job();
    var values = new ArrayList<JobPage.Fact>();
    models.find(run.model()).ifPresent(model -> values.addAll(notes(asked, model, outcome)));
    Link back =
        Link.to(
            asked.say("ogc.job.title", jobs.subject(asked, job)),
            JobPages.path(asked, job) + "?f=html");
    return show(asked, job.process(), zones(asked, run, outcome), values, back);
  }

  /// The results of the echo.
  ///
  /// @param way what led to them
  View results(Asked asked, Outcome outcome, Link way) {
    var values = new ArrayList<JobPage.Fact>();
    outcome
        .values()
        .forEach((id, value) ->
            values.add(
                new JobPage.Fact(
                    asked.say("ogc.echo.input." + id) + " (" + id + ")", shown(value))));
    return show(asked, Echo.ID, Optional.empty(), values, way);
  }

  private View show(
      Asked asked, String process, Optional<DataTable> zones, List<JobPage.Fact> values, Link way) {
    var page =
        asked
            .page(asked.say("ogc.results.title", jobs.subject(asked, process)))
            .under(ProcessPages.start(asked), JobPages.all(asked), way)
            .wholeWidth();
    List<ApiLink> links = asked.selfAndAlternates(Media.HTML, Media.JSON, Media.HTML);
    return pages.show("ogc/results", page, new ResultsPage(zones, values, links));
  }

  private Optional<DataTable> zones(Asked asked, Run run, Outcome outcome) {
    List<String> outputs =
        outcome.values().keySet().stream().filter(id -> !id.equals(Processes.NOTES)).toList();
    var found = new TreeSet<String>();
    outputs.forEach(id -> found.addAll(outcome.value(id).propertyNames()));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> titles =
        models.find(run.model()).map(each -> processes.titles(asked, each)).orElse(Map.of());
    Map<String, String> names =
        Zones.of(twin.view(run.snapshot())).stream()
            .collect(Collectors.toMap(Zone::id, Zone::name));
    var columns = new ArrayList<Column>();
    columns.add(Column.text(asked.say("ogc.results.zone")));
    columns.add(Column.text(asked.say("ogc.results.zone.id")));
    outputs.forEach(id -> columns.add(Column.number(titles.getOrDefault(id, id) + " · " + id)));
    var rows =
        found.stream()
            .map(zone -> row(asked, zone, names.getOrDefault(zone, zone), outputs, outcome))
            .sorted(
                Comparator.comparing(
                    (Row row) -> row.cells().getFirst(), asked.visit().words().collator()))
            .toList();
    return Optional.of(new DataTable("zones", asked.say("ogc.results.zones"), columns, rows, true));
  }

  private static Row row(
      Asked asked, String zone, String name, List<String> outputs, Outcome outcome) {
    var cells = new ArrayList<String>();
    cells.add(name);
    cells.add(zone);
    for (String id : outputs) {
      JsonNode value = outcome.value(id).path(zone);
      cells.add(value.isNumber() ? number(asked, value.asDouble()) : "");
    }
    return new Row("", "", cells);
  }

  /// Small numbers have more decimals, so that they do not all look like nothing.
  private static String number(Asked asked, double value) {
    boolean whole = value == Math.rint(value);
    double size = Math.abs(value);
    int decimals = whole || size >= 1_000 ? 0 : size >= 1 ? 2 : 4;
    return asked.visit().words().number(value, decimals);
  }

  private List<JobPage.Fact> notes(Asked asked, Model model, Outcome outcome) {
    return outcome.value(Processes.NOTES).properties().stream()
        .map(each -> {
          String key = "note." + each.getKey();
          String name = processes.words(asked, model, key).orElse(each.getKey());
          String value = shown(each.getValue());
          return new JobPage.Fact(
              name, processes.words(asked, model, key + "." + value).orElse(value));
        })
        .toList();
  }

  private static String shown(JsonNode value) {
    if (value.isArray() && value.isEmpty()) {
      return "–";
    }
    return value.isValueNode() ? value.asString() : Json.write(value);
  }
}
