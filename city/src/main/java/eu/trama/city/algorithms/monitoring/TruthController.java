package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.RuleSet;
import eu.trama.city.algorithms.monitoring.TruthFile.Fault;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.Words;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where an auditor enters what a checked sample of decisions ought to have been.
@Controller
class TruthController {

  private final Pages pages;
  private final Systems systems;
  private final Monitoring monitoring;
  private final Truths truths;

  TruthController(Pages pages, Systems systems, Monitoring monitoring, Truths truths) {
    this.pages = pages;
    this.systems = systems;
    this.monitoring = monitoring;
    this.truths = truths;
  }

  @GetMapping("/algorithms/{id}/truth")
  View form(
      Visit visit,
      @PathVariable("id") String id,
      @RequestParam(name = "taken", defaultValue = "") String taken) {
    String done =
        taken.matches("\\d{1,4}")
            ? visit.say("monitoring.truth.taken", Integer.parseInt(taken))
            : "";
    return show(visit, systems.require(id), done, "", List.of());
  }

  @PostMapping("/algorithms/{id}/truth")
  View enter(
      Visit visit,
      @PathVariable("id") String id,
      @RequestParam(name = "lines", defaultValue = "") String lines) {
    Entry entry = systems.require(id);
    List<Fault> faults = truths.enter(rules(entry), lines);
    if (faults.isEmpty()) {
      int taken = TruthFile.read(lines).outcomes().size();
      return Systems.seeOther("/algorithms/" + id + "/truth?taken=" + taken + "#main");
    }
    return show(
        visit,
        entry,
        "",
        lines,
        faults.stream().map(f -> new FormError("lines", say(visit.words(), f))).toList());
  }

  private static String say(Words words, Fault fault) {
    return words.say("monitoring.truth.fault." + fault.key(), fault.line(), fault.value());
  }

  private RuleSet rules(Entry entry) {
    return monitoring.rules(entry.id()).orElseThrow(Systems::missing);
  }

  private View show(Visit visit, Entry entry, String done, String lines, List<FormError> errors) {
    RuleSet rules = rules(entry);
    var outcomes =
        new DataTable(
            "words",
            visit.say("monitoring.truth.outcomes"),
            List.of(
                Column.text(visit.say("monitoring.truth.word")),
                Column.text(visit.say("monitoring.concluded"))),
            rules.outcomes().stream()
                .map(o -> Row.of("", o, rules.outcome(visit.words(), o)))
                .toList(),
            false);
    return pages.show(
        "algorithms/monitoring/truth",
        visit
            .page(visit.say("monitoring.truth.title"))
            .in("algorithms")
            .under(
                Link.to(visit.say("algorithms.title"), "/algorithms"),
                Link.to(entry.shown().name(visit.language()), "/algorithms/" + entry.id()),
                Link.to(visit.say("monitoring.link"), "/algorithms/" + entry.id() + "/monitoring")),
        new IncidentPages.Sample(
            done,
            outcomes,
            "/algorithms/" + entry.id() + "/truth",
            List.of(
                Field.of("lines", Field.Kind.LONG, visit.say("monitoring.truth.lines"))
                    .hint(visit.say("monitoring.truth.lines.hint", TruthFile.MOST_LINES))
                    .value(lines)
                    .checked(errors)),
            errors));
  }
}
