package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.Comparison;
import eu.trama.city.twin.Contrast;
import eu.trama.city.twin.Indicator;
import eu.trama.city.twin.Model;
import eu.trama.city.twin.pages.Wording;
import eu.trama.city.twin.pages.ZoneMaps;
import eu.trama.city.web.Link;
import eu.trama.city.web.Visit;
import eu.trama.city.web.map.MapPanel;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Sets two cities side by side: the mean over residents of every indicator, and of a chosen one
/// the zones of both, on maps, in a table and by fifths of income.
@Component
class CityComparison {

  private final Frame frame;
  private final FinishedRuns finished;
  private final Naming naming;

  CityComparison(Frame frame, FinishedRuns finished, Naming naming) {
    this.frame = frame;
    this.finished = finished;
    this.naming = naming;
  }

  Contrast of(RunPair pair, IndicatorChoice choice) {
    return contrast(side(pair.before(), choice), side(pair.after(), choice));
  }

  private record Side(Outcome outcome, Comparison values) {}

  private Side side(eu.trama.city.twin.Run run, IndicatorChoice choice) {
    var outcome = finished.outcome(run);
    return new Side(outcome, comparison(outcome, choice.indicator()));
  }

  private static Comparison comparison(Outcome outcome, Indicator indicator) {
    return Comparison.of(outcome.zones(), outcome.results().of(indicator));
  }

  private static Contrast contrast(Side one, Side other) {
    return Contrast.of(
        new Contrast.Side(one.outcome().city().id(), one.values()),
        new Contrast.Side(other.outcome().city().id(), other.values()));
  }

  CitiesPage of(Visit visit, RunPair pair, Map<String, String> chosen) {
    var choice = finished.choice(visit.words(), pair.after(), chosen);
    Model model = finished.model(pair.after());
    var one = side(pair.before(), choice);
    var other = side(pair.after(), choice);
    var contrast = contrast(one, other);
    int decimals =
        IndicatorChoice.decimals(contrast.rows().stream().map(Contrast.Row::value).toList());
    var cities =
        Stream.of(one, other)
            .map(side -> new Wording(visit.words(), side.outcome().city()))
            .toList();
    String query = pair.query(choice);
    var sorting =
        new ContrastSorting(
            "/compare?" + query,
            chosen.getOrDefault("sort", "value"),
            chosen.getOrDefault("order", ""));
    return new CitiesPage(
        pair.before().id(),
        pair.after().id(),
        pair.both().stream()
            .map(run -> Link.to(frame.subject(visit, run), "/runs/" + run.id()))
            .toList(),
        choice.title(),
        choice.definition(),
        choice.questions(),
        Differing.parameters(visit.words(), naming, model, pair.before(), pair.after()),
        means(visit, model, one.outcome(), other.outcome()),
        visit.say(
            "twin.cities.summary",
            one.outcome().city().name(),
            visit.words().number(one.values().after(), decimals),
            other.outcome().city().name(),
            visit.words().number(other.values().after(), decimals),
            choice.unit(),
            visit.words().number(contrast.mean(), decimals)),
        Stream.of(one, other)
            .flatMap(side -> map(visit, side, contrast, choice, query, decimals).stream())
            .toList(),
        sorting.table(cities, contrast, choice, decimals),
        CityFifths.chart(cities, List.of(one.values(), other.values()), decimals),
        CityFifths.table(cities, List.of(one.values(), other.values()), decimals),
        query);
  }

  private static Optional<MapPanel> map(
      Visit visit,
      Side side,
      Contrast contrast,
      IndicatorChoice choice,
      String query,
      int decimals) {
    var city = side.outcome().city();
    var all = contrast.rows().stream().map(Contrast.Row::difference).toList();
    var own =
        contrast.rows().stream()
            .filter(row -> row.city().equals(city.id()))
            .map(Contrast.Row::difference)
            .toList();
    var shown =
        new ZoneMaps.Shown(
            "map-" + city.id(),
            "both",
            visit.say("twin.cities.map", city.name(), choice.title()),
            "/compare.geojson?" + query + "&city=" + city.id(),
            "difference",
            decimals);
    return ZoneMaps.differences(shown, visit.words(), city, side.outcome().zones(), own, all);
  }

  private DataTable means(Visit visit, Model model, Outcome one, Outcome other) {
    var rows =
        model.indicators().stream()
            .filter(
                each -> !one.results().of(each).isEmpty() && !other.results().of(each).isEmpty())
            .map(each -> mean(visit, model, each, one, other))
            .toList();
    return new DataTable(
        "means",
        visit.say("twin.cities.caption"),
        List.of(
            Column.text(visit.say("twin.indicator")),
            Column.number(one.city().name()),
            Column.number(other.city().name()),
            Column.number(visit.say("twin.cities.means.difference"))),
        rows,
        true);
  }

  private Row mean(Visit visit, Model model, Indicator indicator, Outcome left, Outcome right) {
    double one = comparison(left, indicator).after();
    double other = comparison(right, indicator).after();
    int decimals = IndicatorChoice.decimals(List.of(one, other));
    return Row.of(
        "",
        IndicatorChoice.of(visit.words(), naming, model, indicator).title(),
        visit.words().number(one, decimals),
        visit.words().number(other, decimals),
        visit.words().signed(other - one, decimals));
  }
}
