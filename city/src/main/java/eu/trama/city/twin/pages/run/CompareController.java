package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Comparison;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Model;
import eu.trama.city.twin.Models;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.pages.Cities;
import eu.trama.city.twin.pages.Download;
import eu.trama.city.twin.pages.Wording;
import eu.trama.city.twin.pages.ZoneMaps;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Compares two runs of one model: a scenario with the city as it is, or a city with another.
@Controller
class CompareController {

  private final Pages pages;
  private final Cities cities;
  private final Frame frame;
  private final Runs runs;
  private final Models models;
  private final Naming naming;
  private final WaitingPage waiting;
  private final CityComparison twoCities;

  CompareController(
      Pages pages,
      Cities cities,
      Frame frame,
      Runs runs,
      Models models,
      Naming naming,
      WaitingPage waiting,
      CityComparison twoCities) {
    this.pages = pages;
    this.cities = cities;
    this.frame = frame;
    this.runs = runs;
    this.models = models;
    this.naming = naming;
    this.waiting = waiting;
    this.twoCities = twoCities;
  }

  private record Pair(Run before, Run after) {
    boolean oneCity() {
      return before.snapshot().city().equals(after.snapshot().city());
    }
  }

  private Pair pair(Map<String, String> chosen) {
    Run before = runs.find(chosen.getOrDefault("before", "")).orElseThrow(Cities::missing);
    Run after = runs.find(chosen.getOrDefault("after", "")).orElseThrow(Cities::missing);
    if (!before.model().equals(after.model())) {
      throw new BadInput(
          Finding.error(
              "runs-unlike",
              "request",
              0,
              "after",
              after.model(),
              "Compare two runs of one model."));
    }
    return new Pair(before, after);
  }

  @GetMapping("/compare")
  @Nullable View compare(
      Visit visit,
      @RequestParam Map<String, String> chosen,
      HttpServletRequest request,
      HttpServletResponse response) {
    Pair pair = pair(chosen);
    var both = List.of(pair.before(), pair.after());
    if (WaitingPage.needed(both)) {
      return waiting.show(visit, both);
    }
    if (WaitingPage.reload(request, response)) {
      return null;
    }
    Model model = models.find(pair.after().model()).orElseThrow(Cities::missing);
    var choice = IndicatorChoice.of(visit.words(), naming, model, chosen);
    var before = Outcome.of(pair.before(), runs, cities);
    var after = Outcome.of(pair.after(), runs, cities);
    if (!pair.oneCity()) {
      var page = frame.run(visit, pair.after(), visit.say("twin.compare.cities")).wholeWidth();
      return pages.show(
          "twin/cities", page, twoCities.of(visit, naming, model, before, after, choice));
    }
    var page = frame.run(visit, pair.after(), visit.say("twin.compare.title")).wholeWidth();
    return pages.show("twin/compare", page, page(visit, model, before, after, choice, chosen));
  }

  private ComparePage page(
      Visit visit,
      Model model,
      Outcome before,
      Outcome after,
      IndicatorChoice choice,
      Map<String, String> chosen) {
    var wording = new Wording(visit.words(), after.city());
    var comparison = comparison(before, after, choice);
    var changes = comparison.rows().stream().map(Comparison.Row::change).toList();
    int decimals =
        IndicatorChoice.decimals(comparison.rows().stream().map(Comparison.Row::before).toList());
    String ids = "before=" + before.run().id() + "&after=" + after.run().id();
    var shown =
        new ZoneMaps.Shown(
            "map",
            "changes",
            visit.say("twin.compare.map", choice.title()),
            "/compare.geojson?" + ids + "&" + choice.query(),
            "change",
            decimals);
    var sorting =
        new ChangeSorting(
            "/compare?" + ids + "&" + choice.query(),
            chosen.getOrDefault("sort", "change"),
            chosen.getOrDefault("order", ""));
    return new ComparePage(
        Link.to(frame.subject(visit, before.run()), "/runs/" + before.run().id()),
        Link.to(frame.subject(visit, after.run()), "/runs/" + after.run().id()),
        before.run().id(),
        after.run().id(),
        choice.title(),
        choice.definition(),
        choice.questions(),
        Differing.parameters(visit.words(), naming, model, before.run(), after.run()),
        visit.say(
            "twin.compare.summary",
            visit.words().number(comparison.before(), decimals),
            visit.words().number(comparison.after(), decimals),
            choice.unit(),
            visit.words().signed(comparison.after() - comparison.before(), decimals)),
        Winners.sentence(wording, comparison, choice.indicator()),
        ZoneMaps.differences(shown, visit.words(), after.city(), after.zones(), changes),
        sorting.table(wording, comparison, choice, decimals),
        ResultParts.fifths(
            wording, "income", visit.say("twin.fifths.change"), comparison, true, decimals),
        ResultParts.fifthsTable(wording, "fifths", comparison, true, decimals),
        ids + "&" + choice.query());
  }

  private static Comparison comparison(Outcome before, Outcome after, IndicatorChoice choice) {
    return Comparison.of(
        after.zones(),
        before.results().of(choice.indicator()),
        after.results().of(choice.indicator()));
  }

  private record Compared(Comparison comparison, IndicatorChoice choice) {}

  private Compared finished(Visit visit, Map<String, String> chosen) {
    Pair pair = pair(chosen);
    Model model = models.find(pair.after().model()).orElseThrow(Cities::missing);
    if (WaitingPage.needed(List.of(pair.before(), pair.after())) || !pair.oneCity()) {
      throw Cities.missing();
    }
    var choice = IndicatorChoice.of(visit.words(), naming, model, chosen);
    return new Compared(
        comparison(
            Outcome.of(pair.before(), runs, cities),
            Outcome.of(pair.after(), runs, cities),
            choice),
        choice);
  }

  @GetMapping("/compare.csv")
  void csv(Visit visit, @RequestParam Map<String, String> chosen, HttpServletResponse response)
      throws IOException {
    var compared = finished(visit, chosen);
    Download.csv(
        response,
        "difference-" + compared.choice().indicator().id(),
        List.of(
            "zone",
            "code",
            "name",
            "population",
            "income",
            "before",
            "after",
            "change",
            "relative"),
        compared.comparison().rows().stream().map(CompareController::row));
  }

  private static List<Object> row(Comparison.Row row) {
    return List.of(
        row.zone().id(),
        row.zone().code(),
        row.zone().name(),
        RunFiles.orBlank(row.zone().population()),
        RunFiles.orBlank(row.zone().income()),
        row.before(),
        row.after(),
        row.change(),
        RunFiles.orBlank(row.relative()));
  }

  @GetMapping("/compare.geojson")
  void geojson(Visit visit, @RequestParam Map<String, String> chosen, HttpServletResponse response)
      throws IOException {
    var rows =
        finished(visit, chosen).comparison().rows().stream()
            .collect(Collectors.toMap(row -> row.zone().id(), row -> row));
    response.setHeader("Cache-Control", "private, max-age=86400");
    Download.zones(
        response,
        rows.values().stream()
            .map(Comparison.Row::zone)
            .sorted(java.util.Comparator.comparing(eu.trama.city.twin.Zone::id))
            .toList(),
        zone -> {
          var properties = new LinkedHashMap<String, @Nullable Object>();
          Comparison.Row row = rows.get(zone.id());
          if (row != null) {
            properties.put("before", row.before());
            properties.put("after", row.after());
            properties.put("change", row.change());
          }
          return properties;
        });
  }
}
