package eu.trama.city.twin.pages.run;

import static java.util.stream.Collectors.joining;

import eu.trama.city.twin.Comparison;
import eu.trama.city.twin.Json;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Zone;
import eu.trama.city.twin.pages.Wording;
import eu.trama.city.twin.pages.ZoneFigure;
import eu.trama.city.twin.pages.ZoneMaps;
import eu.trama.city.twin.pages.ZonePage.Fact;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// One run: how far it is, then what it found.
@Controller
class RunController {

  private final Pages pages;
  private final Frame frame;
  private final FinishedRuns finished;
  private final Naming naming;
  private final WaitingPage waiting;
  private final OtherRuns others;

  RunController(
      Pages pages,
      Frame frame,
      FinishedRuns finished,
      Naming naming,
      WaitingPage waiting,
      OtherRuns others) {
    this.pages = pages;
    this.frame = frame;
    this.finished = finished;
    this.naming = naming;
    this.waiting = waiting;
    this.others = others;
  }

  @GetMapping("/runs/{id}")
  View run(
      Visit visit,
      @PathVariable("id") String id,
      @RequestParam Map<String, String> chosen,
      HttpServletRequest request,
      HttpServletResponse response) {
    Run run = finished.require(id);
    return waiting
        .instead(visit, List.of(run), request, response)
        .orElseGet(() -> found(visit, run, chosen));
  }

  private View found(Visit visit, Run run, Map<String, String> chosen) {
    var choice = finished.choice(visit.words(), run, chosen);
    var page = frame.run(visit, run, naming.say(visit.words(), run.model(), "name")).wholeWidth();
    return pages.show("twin/result", page, result(visit, finished.outcome(run), choice));
  }

  private ResultPage result(Visit visit, Outcome outcome, IndicatorChoice choice) {
    Run run = outcome.run();
    var wording = new Wording(visit.words(), outcome.city());
    SortedMap<String, Double> values = outcome.results().of(choice.indicator());
    int decimals = IndicatorChoice.decimals(values.values());
    var comparison = Comparison.of(outcome.zones(), values);
    var shown =
        new ZoneMaps.Shown(
            "map",
            "values",
            visit.say("twin.run.map", choice.title()),
            "/runs/" + run.id() + ".geojson",
            choice.indicator().id(),
            decimals);
    return new ResultPage(
        run.id(),
        frame.subject(visit, run),
        choice.title(),
        choice.definition(),
        choice.questions(),
        choice.query(),
        visit.say(
            "twin.run.summary",
            outcome.city().name(),
            visit.words().number(comparison.after(), decimals),
            choice.unit()),
        ZoneMaps.values(shown, visit.words(), outcome.city(), outcome.zones(), values.values()),
        table(wording, outcome.zones(), values, choice, decimals),
        ResultParts.fifths(
            wording, "income", visit.say("twin.fifths.title"), comparison, false, decimals),
        ResultParts.fifthsTable(wording, "fifths", comparison, false, decimals),
        notes(visit, outcome),
        ResultParts.cost(wording, run),
        ResultParts.formula(wording),
        Json.writeReadable(Json.read(run.request())),
        others.question(visit, run));
  }

  private static DataTable table(
      Wording wording,
      List<Zone> zones,
      SortedMap<String, Double> values,
      IndicatorChoice choice,
      int decimals) {
    var rows =
        zones.stream()
            .filter(zone -> values.containsKey(zone.id()))
            .sorted(
                Comparator.comparingDouble((Zone zone) -> -values.getOrDefault(zone.id(), 0.0))
                    .thenComparing(Zone::id))
            .map(zone ->
                new Row(
                    zone.id(),
                    "",
                    List.of(
                        zone.name(),
                        wording.words().number(values.getOrDefault(zone.id(), 0.0), decimals),
                        ZoneFigure.POPULATION.shown(zone, wording),
                        ZoneFigure.INCOME.shown(zone, wording))))
            .toList();
    return new DataTable(
        "values",
        choice.title(),
        List.of(
            Column.text(wording.say("twin.zone")),
            Column.number(choice.measure()),
            Column.number(wording.say("twin.figure.population")),
            Column.number(wording.say("twin.figure.income"))),
        rows,
        true);
  }

  private List<Fact> notes(Visit visit, Outcome outcome) {
    var facts = new ArrayList<Fact>();
    String model = outcome.run().model();
    outcome
        .results()
        .notes()
        .forEach((name, value) -> {
          String label = naming.find(visit.words(), model, "note." + name).orElse(name);
          String shown =
              switch (value) {
                case Long whole -> visit.words().number(whole);
                case Double number -> visit.words().number(number, 2);
                case List<?> list -> list.stream().map(Object::toString).collect(joining(", "));
                default ->
                    naming
                        .find(visit.words(), model, "note." + name + "." + value)
                        .orElse(value.toString());
              };
          if (!shown.isEmpty()) {
            facts.add(new Fact(label, shown));
          }
        });
    return facts;
  }
}
