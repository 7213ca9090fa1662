package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.Monitored;
import eu.trama.city.algorithms.monitoring.figures.Histogram;
import eu.trama.city.algorithms.monitoring.figures.KolmogorovSmirnov;
import eu.trama.city.algorithms.monitoring.figures.StabilityIndex;
import eu.trama.city.web.Words;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.util.List;

/// How far each input of a month is from that of the reference.
record DriftTable(Monitored counted, Counts reference, Counts now, FigureWords told) {

  /// With less the figures say little, and might say it of somebody.
  private static final int LEAST = 30;

  DataTable table() {
    Words words = told.words();
    return new DataTable(
        "drift-table",
        words.say("monitoring.drift.caption", now.month().say(words.language())),
        List.of(
            Column.text(words.say("monitoring.input")),
            Column.number(words.say("monitoring.cases")),
            Column.number(words.say("monitoring.psi")),
            Column.number(words.say("monitoring.ks")),
            Column.number(words.say("monitoring.p"))),
        counted.inputs().stream().map(this::row).toList(),
        false);
  }

  private Row row(Monitored.Input input) {
    Words words = told.words();
    String name = counted.input(words, input.key());
    Histogram then = reference.histogram(input);
    Histogram today = now.histogram(input);
    if (Math.min(then.cases(), today.cases()) < LEAST) {
      String few = words.say("monitoring.state.few");
      return new Row("", "", List.of(name, few, few, few, few));
    }
    var test = KolmogorovSmirnov.of(then, today);
    return Row.of(
        "",
        name,
        words.number(today.cases()),
        words.number(StabilityIndex.of(then, today), 2),
        words.number(test.distance(), 2),
        probability(words, test.probability()));
  }

  private static String probability(Words words, double p) {
    return p < 0.001 ? "< " + words.number(0.001, 3) : words.number(p, 3);
  }
}
