package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.Monitored;
import eu.trama.city.algorithms.RuleSet;
import eu.trama.city.algorithms.decisions.SmallCells;
import eu.trama.city.algorithms.monitoring.Counts.Errors;
import eu.trama.city.algorithms.monitoring.Counts.Outcomes;
import eu.trama.city.algorithms.monitoring.figures.Share;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The tables of a month by groups. What could give somebody away is hidden, see [HiddenRows].
record GroupTables(RuleSet rules, Counts counts, FigureWords words) {

  private Monitored counted() {
    return rules.monitored();
  }

  private String say(String key, Object... values) {
    return words.words().say(key, values);
  }

  /// Selection rates of the groups of an attribute, and their ratio to the greatest.
  DataTable outcomes(Monitored.Attribute attribute) {
    List<Outcomes> groups =
        attribute.groups().stream()
            .map(g -> counts.outcomes(counted(), attribute.key(), g))
            .toList();
    Set<Integer> hidden = HiddenRows.of(groups.stream().map(Outcomes::cells).toList());
    Optional<Share> greatest =
        IntStream.range(0, groups.size())
            .filter(i -> !hidden.contains(i))
            .boxed()
            .flatMap(i -> groups.get(i).selected().stream())
            .max(Comparator.comparingDouble(Share::value));
    var rows = new ArrayList<Row>();
    for (int i = 0; i < groups.size(); i++) {
      String name = counted().group(words.words(), attribute.key(), attribute.groups().get(i));
      Outcomes of = groups.get(i);
      rows.add(
          hidden.contains(i)
              ? Row.of("", name, words.hidden(), words.hidden(), words.hidden())
              : Row.of(
                  "",
                  name,
                  words.words().number(of.all()),
                  words.share(of.selected()),
                  ratio(of.selected(), greatest)));
    }
    return new DataTable(
        "outcomes-" + attribute.key(),
        say("monitoring.outcomes.caption", counted().attribute(words.words(), attribute.key())),
        List.of(
            Column.text(say("monitoring.group")),
            Column.number(say("monitoring.cases")),
            Column.number(say("monitoring.selected")),
            Column.number(say("monitoring.ratio"))),
        rows,
        false);
  }

  private String ratio(Optional<Share> share, Optional<Share> greatest) {
    if (share.isEmpty() || greatest.isEmpty() || greatest.get().hits() == 0) {
      return "–";
    }
    return share.equals(greatest)
        ? say("monitoring.ratio.greatest")
        : words.number(share.get().over(greatest.get()));
  }

  /// Errors of the groups of an attribute, in the checked sample.
  DataTable errors(Monitored.Attribute attribute) {
    return errors(
        "errors-" + attribute.key(),
        say("monitoring.errors.caption", counted().attribute(words.words(), attribute.key())),
        say("monitoring.group"),
        attribute.groups().stream()
            .map(g -> counted().group(words.words(), attribute.key(), g))
            .toList(),
        attribute.groups().stream()
            .map(g -> counts.errors(counted(), attribute.key(), g))
            .toList());
  }

  private DataTable errors(
      String id, String caption, String what, List<String> names, List<Errors> groups) {
    Set<Integer> hidden = HiddenRows.of(groups.stream().map(Errors::cells).toList());
    var rows = new ArrayList<Row>();
    for (int i = 0; i < groups.size(); i++) {
      Errors of = groups.get(i);
      String none = words.hidden();
      rows.add(
          hidden.contains(i)
              ? Row.of("", names.get(i), none, none, none, none, none)
              : Row.of(
                  "",
                  names.get(i),
                  words.words().number(of.all()),
                  words.share(of.falseNegative()),
                  words.share(of.falsePositive()),
                  words.share(of.rightAmongFavoured()),
                  words.share(of.rightAmongRefused())));
    }
    return new DataTable(
        id,
        caption,
        List.of(
            Column.text(what),
            Column.number(say("monitoring.checked")),
            Column.number(say("monitoring.false-negative")),
            Column.number(say("monitoring.false-positive")),
            Column.number(say("monitoring.right-favoured")),
            Column.number(say("monitoring.right-refused"))),
        rows,
        false);
  }

  /// How often each conclusion was right to be in the person's favour: its calibration.
  DataTable calibration() {
    List<String> outcomes =
        rules.outcomes().stream().filter(o -> counted().favours(o).isPresent()).toList();
    List<Errors> each =
        outcomes.stream()
            .map(o -> counts.errors(counted(), Tally.EVERYBODY, Tally.EVERYBODY, o::equals))
            .toList();
    Set<Integer> hidden = HiddenRows.of(each.stream().map(Errors::cells).toList());
    var rows = new ArrayList<Row>();
    for (int i = 0; i < outcomes.size(); i++) {
      Errors of = each.get(i);
      long due = of.rightlyFavoured() + of.wronglyRefused();
      rows.add(
          hidden.contains(i)
              ? Row.of(
                  "", rules.outcome(words.words(), outcomes.get(i)), words.hidden(), words.hidden())
              : Row.of(
                  "",
                  rules.outcome(words.words(), outcomes.get(i)),
                  words.words().number(of.all()),
                  of.all() == 0 ? "–" : words.percent(new Share(due, of.all()).interval())));
    }
    return new DataTable(
        "calibration",
        say("monitoring.calibration.caption"),
        List.of(
            Column.text(say("monitoring.concluded")),
            Column.number(say("monitoring.checked")),
            Column.number(say("monitoring.due"))),
        rows,
        false);
  }

  /// What objections found, in a sentence.
  String objections() {
    Optional<Share> upheld = counts.upheld();
    if (upheld.isEmpty()) {
      return say("monitoring.objections.none");
    }
    Share share = upheld.get();
    boolean few = SmallCells.few(share.hits()) || SmallCells.few(share.cases() - share.hits());
    return few
        ? say("monitoring.objections.few")
        : say(
            "monitoring.objections.upheld",
            words.words().number(share.cases()),
            words.percent(share.interval()));
  }
}
