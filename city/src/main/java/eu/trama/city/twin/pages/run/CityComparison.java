package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.Comparison;
import eu.trama.city.twin.Indicator;
import eu.trama.city.twin.Model;
import eu.trama.city.twin.pages.Wording;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Sets two cities side by side: the mean over residents of every indicator, and one indicator by
/// fifths of income.
@Component
class CityComparison {

  private final Frame frame;

  CityComparison(Frame frame) {
    this.frame = frame;
  }

  CitiesPage of(
      Visit visit,
      Naming naming,
      Model model,
      Outcome before,
      Outcome after,
      IndicatorChoice choice) {
    return new CitiesPage(
        before.run().id(),
        after.run().id(),
        choice.title(),
        choice.definition(),
        choice.questions(),
        Differing.parameters(visit.words(), naming, model, before.run(), after.run()),
        means(visit, naming, model, before, after),
        List.of(
            side(visit, before, choice.indicator(), "one"),
            side(visit, after, choice.indicator(), "two")));
  }

  private DataTable means(Visit visit, Naming naming, Model model, Outcome before, Outcome after) {
    var rows =
        model.indicators().stream()
            .filter(
                each -> !before.results().of(each).isEmpty() && !after.results().of(each).isEmpty())
            .map(each -> row(visit, naming, model, before, after, each))
            .toList();
    return new DataTable(
        "means",
        visit.say("twin.cities.caption"),
        List.of(
            Column.text(visit.say("twin.indicator")),
            Column.number(before.city().name()),
            Column.number(after.city().name())),
        rows,
        true);
  }

  private static Row row(
      Visit visit, Naming naming, Model model, Outcome before, Outcome after, Indicator indicator) {
    double one = comparison(before, indicator).after();
    double other = comparison(after, indicator).after();
    int decimals = IndicatorChoice.decimals(List.of(one, other));
    var chosen = new java.util.HashMap<>(Map.copyOf(indicator.facets()));
    chosen.put(IndicatorChoice.MEASURE, indicator.measure());
    return Row.of(
        "",
        IndicatorChoice.of(visit.words(), naming, model, chosen).title(),
        visit.words().number(one, decimals),
        visit.words().number(other, decimals));
  }

  private CitiesPage.Side side(Visit visit, Outcome outcome, Indicator indicator, String id) {
    var wording = new Wording(visit.words(), outcome.city());
    var comparison = comparison(outcome, indicator);
    int decimals = IndicatorChoice.decimals(outcome.results().of(indicator).values());
    return new CitiesPage.Side(
        frame.subject(visit, outcome.run()),
        "/runs/" + outcome.run().id(),
        ResultParts.fifths(
            wording, "income-" + id, outcome.city().name(), comparison, false, decimals),
        ResultParts.fifthsTable(wording, "fifths-" + id, comparison, false, decimals));
  }

  private static Comparison comparison(Outcome outcome, Indicator indicator) {
    return Comparison.of(outcome.zones(), outcome.results().of(indicator));
  }
}
