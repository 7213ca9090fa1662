package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.Comparison;
import eu.trama.city.twin.pages.Wording;
import eu.trama.city.twin.pages.ZoneMaps;
import eu.trama.city.web.Link;
import eu.trama.city.web.Visit;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What a scenario does to a city: before and after, zone by zone and by income.
@Component
class ScenarioComparison {

  private final Frame frame;
  private final FinishedRuns finished;
  private final Naming naming;

  ScenarioComparison(Frame frame, FinishedRuns finished, Naming naming) {
    this.frame = frame;
    this.finished = finished;
    this.naming = naming;
  }

  Comparison of(RunPair pair, IndicatorChoice choice) {
    return of(finished.outcome(pair.before()), finished.outcome(pair.after()), choice);
  }

  private static Comparison of(Outcome before, Outcome after, IndicatorChoice choice) {
    return Comparison.of(
        after.zones(),
        before.results().of(choice.indicator()),
        after.results().of(choice.indicator()));
  }

  ComparePage of(Visit visit, RunPair pair, Map<String, String> chosen) {
    var choice = finished.choice(visit.words(), pair.after(), chosen);
    var after = finished.outcome(pair.after());
    var wording = new Wording(visit.words(), after.city());
    var comparison = of(finished.outcome(pair.before()), after, choice);
    var changes = comparison.rows().stream().map(Comparison.Row::change).toList();
    int decimals =
        IndicatorChoice.decimals(comparison.rows().stream().map(Comparison.Row::before).toList());
    String query = pair.query(choice);
    var shown =
        new ZoneMaps.Shown(
            "map",
            "changes",
            visit.say("twin.compare.map", choice.title()),
            "/compare.geojson?" + query,
            "change",
            decimals);
    var sorting =
        new ChangeSorting(
            "/compare?" + query,
            chosen.getOrDefault("sort", "change"),
            chosen.getOrDefault("order", ""));
    return new ComparePage(
        Link.to(frame.subject(visit, pair.before()), "/runs/" + pair.before().id()),
        Link.to(frame.subject(visit, pair.after()), "/runs/" + pair.after().id()),
        pair.before().id(),
        pair.after().id(),
        choice.title(),
        choice.definition(),
        choice.questions(),
        Differing.parameters(
            visit.words(), naming, finished.model(pair.after()), pair.before(), pair.after()),
        visit.say(
            "twin.compare.summary",
            visit.words().number(comparison.before(), decimals),
            visit.words().number(comparison.after(), decimals),
            choice.unit(),
            visit.words().signed(comparison.after() - comparison.before(), decimals)),
        Winners.sentence(wording, comparison, choice.indicator()),
        ZoneMaps.differences(shown, visit.words(), after.city(), after.zones(), changes, changes),
        sorting.table(wording, comparison, choice, decimals),
        ResultParts.fifths(
            wording, "income", visit.say("twin.fifths.change"), comparison, true, decimals),
        ResultParts.fifthsTable(wording, "fifths", comparison, true, decimals),
        query);
  }
}
