package eu.trama.city.algorithms.decisions;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.web.Words;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// How humans confirm what a system proposes, as a table for who oversees it.
@Component
public class Confirmings {

  private final Oversight oversight;
  private final DecisionDesk desk;
  private final Openings openings;

  Confirmings(Oversight oversight, DecisionDesk desk, Openings openings) {
    this.oversight = oversight;
    this.desk = desk;
    this.openings = openings;
  }

  /// Whether there are decisions to count: this server has a rule set of that system.
  public boolean of(SystemId system) {
    return desk.rules(system).isPresent();
  }

  /// @return empty where this server has no rule set of that system
  public Optional<DataTable> table(Words words, SystemId system) {
    return desk.rules(system)
        .map(rules -> table(words, oversight.confirming(system), openings.count(system)));
  }

  private static DataTable table(
      Words words, Oversight.Confirming figures, Openings.Counted opened) {
    boolean some = figures.confirmed() > 0;
    return new DataTable(
        "confirming",
        words.say("decisions.oversight.caption"),
        List.of(
            Column.text(words.say("decisions.figure")),
            Column.number(words.say("decisions.figure.value"))),
        List.of(
            row(words.say("decisions.oversight.openings"), words.number(opened.all())),
            row(words.say("decisions.oversight.openers"), words.number(opened.humans())),
            row(words.say("decisions.oversight.idle"), words.number(opened.idle())),
            row(words.say("decisions.oversight.waiting"), words.number(figures.waiting())),
            row(words.say("decisions.oversight.confirmed"), words.number(figures.confirmed())),
            row(words.say("decisions.oversight.humans"), words.number(figures.humans())),
            row(
                words.say("decisions.oversight.median"),
                some ? words.number(figures.medianSeconds(), 0) : "–"),
            row(
                words.say("decisions.oversight.overridden"),
                some ? words.percent(figures.overrideShare(), 1) : "–"),
            row(
                words.say("decisions.oversight.hasty", Oversight.HASTY_SECONDS),
                some ? words.percent(figures.hastyShare(), 1) : "–")),
        false);
  }

  private static Row row(String label, String value) {
    return Row.of("", label, value);
  }
}
