package eu.trama.city.algorithms.decisions;

import eu.trama.city.algorithms.RuleSet;
import eu.trama.city.algorithms.SystemId;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Figures of a system that decides: what came out and what became of objections, for everybody.
@Controller
class DecisionFiguresController {

  private static final List<String> FATES = List.of("upheld", "refused", "open", "overdue");

  private final Pages pages;
  private final Oversight oversight;
  private final DecisionDesk desk;

  DecisionFiguresController(Pages pages, Oversight oversight, DecisionDesk desk) {
    this.pages = pages;
    this.oversight = oversight;
    this.desk = desk;
  }

  @GetMapping("/algorithms/{id}/decisions")
  View statistics(Visit visit, @PathVariable String id) {
    RuleSet rules = rules(id);
    var words = visit.words();
    var outcomes = oversight.outcomes(rules.id());
    var fates = oversight.objections(rules.id());
    var outcomeLabels = rules.outcomes().stream().map(o -> rules.outcome(words, o)).toList();
    var fateLabels = FATES.stream().map(f -> visit.say("decisions.fate." + f)).toList();
    return pages.show(
        "algorithms/decisions/figures",
        visit.page(visit.say("decisions.public.title", rules.name(words))),
        new FiguresPage(
            visit.say("decisions.public.lead"),
            List.of(
                parts(
                    visit,
                    "outcomes",
                    visit.say("decisions.public.outcomes"),
                    rules.outcomes(),
                    outcomeLabels,
                    outcomes),
                parts(
                    visit,
                    "objections",
                    visit.say("decisions.public.objections"),
                    FATES,
                    fateLabels,
                    fates)),
            visit.say("decisions.public.note", SmallCells.LEAST)));
  }

  private static DataTable parts(
      Visit visit,
      String id,
      String caption,
      List<String> keys,
      List<String> labels,
      Map<String, Long> counts) {
    var parts = keys.stream().map(key -> counts.getOrDefault(key, 0L)).toList();
    var shown = SmallCells.shown(parts);
    var rows = new ArrayList<DataTable.Row>();
    for (int i = 0; i < keys.size(); i++) {
      rows.add(DataTable.Row.of("", labels.get(i), cell(visit, shown.get(i))));
    }
    long total = parts.stream().mapToLong(Long::longValue).sum();
    rows.add(
        DataTable.Row.of(
            "", visit.say("decisions.public.total"), cell(visit, SmallCells.shown(total))));
    return table(visit, id, caption, rows);
  }

  private static String cell(Visit visit, OptionalLong count) {
    return count.isPresent()
        ? visit.words().number(count.getAsLong())
        : visit.say("decisions.public.hidden");
  }

  private static DataTable table(Visit visit, String id, String caption, List<DataTable.Row> rows) {
    return new DataTable(
        id,
        caption,
        List.of(
            DataTable.Column.text(visit.say("decisions.figure")),
            DataTable.Column.number(visit.say("decisions.figure.value"))),
        rows,
        false);
  }

  private RuleSet rules(String id) {
    if (!SystemId.FORM.matcher(id).matches()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return desk.rules(new SystemId(id))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
