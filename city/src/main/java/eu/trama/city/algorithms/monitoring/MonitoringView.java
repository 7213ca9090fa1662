package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.Monitored;
import eu.trama.city.algorithms.RuleSet;
import eu.trama.city.algorithms.decisions.SmallCells;
import eu.trama.city.algorithms.monitoring.MonitoringPage.Block;
import eu.trama.city.algorithms.monitoring.MonitoringPage.Note;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.stages.Fact.Cause;
import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Role;
import eu.trama.city.web.Link;
import eu.trama.city.web.Words;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Says the figures of a system in words. Everybody sees the months that are over; people of the
/// city see the one that runs, too.
@Component
class MonitoringView {

  private static final int MOST_MONTHS = 24;

  private final Monitoring monitoring;
  private final Plans plans;
  private final TallyTables tallies;
  private final IncidentTables incidents;
  private final IncidentTerms terms;
  private final CurrentPerson current;
  private final Clock clock;

  MonitoringView(
      Monitoring monitoring,
      Plans plans,
      TallyTables tallies,
      IncidentTables incidents,
      IncidentTerms terms,
      CurrentPerson current,
      Clock clock) {
    this.monitoring = monitoring;
    this.plans = plans;
    this.tallies = tallies;
    this.incidents = incidents;
    this.terms = terms;
    this.current = current;
    this.clock = clock;
  }

  MonitoringPage page(Entry entry, Words words, Optional<Month> asked, Optional<String> checked) {
    Instant now = clock.instant();
    String way = "/algorithms/" + entry.id();
    boolean staff = current.is(Role.AUDITOR, Role.PLANNER);
    Optional<RuleSet> rules = monitoring.rules(entry.id());
    List<Month> months =
        tallies.months(entry.id()).stream()
            .filter(m -> staff || m.over(now))
            .limit(MOST_MONTHS)
            .toList();
    Optional<Month> month = asked.filter(months::contains).or(() -> months.stream().findFirst());
    var notes = new ArrayList<Note>();
    checked.ifPresent(c ->
        notes.add(
            c.equals("yes")
                ? new Note("good", words.say("monitoring.check.done"))
                : new Note("warn", words.say("monitoring.check.not-live"))));
    entry
        .dossier()
        .suspension()
        .filter(s -> s.cause() == Cause.THRESHOLD)
        .ifPresent(s -> notes.add(new Note("bad", words.say("monitoring.stopped"))));
    if (rules.isEmpty()) {
      notes.add(new Note("note", words.say("monitoring.elsewhere")));
    } else if (month.isEmpty()) {
      notes.add(new Note("note", words.say("monitoring.no-month")));
    }
    var told = new FigureWords(words);
    var blocks = new ArrayList<Block>();
    rules.ifPresent(r -> {
      thresholds(r, told, staff).ifPresent(blocks::add);
      month.ifPresent(m -> blocks.addAll(figures(r, told, m)));
      drift(r, entry, told, month).ifPresent(blocks::add);
    });
    blocks.add(incidents(entry, told, now));
    return new MonitoringPage(
        way,
        words.say("monitoring.lead"),
        notes,
        months.stream()
            .map(m ->
                new Link(
                    m.say(words.language()),
                    way + "/monitoring?month=" + m,
                    month.filter(m::equals).isPresent()))
            .toList(),
        blocks,
        links(way, words),
        current.is(Role.AUDITOR) && rules.isPresent());
  }

  private List<Link> links(String way, Words words) {
    var links = new ArrayList<Link>();
    if (current.is(Role.CASEWORKER, Role.AUDITOR, Role.OPERATOR, Role.PLANNER)) {
      links.add(Link.to(words.say("monitoring.incidents.title"), way + "/incidents"));
    }
    if (current.is(Role.AUDITOR)) {
      links.add(Link.to(words.say("monitoring.truth.title"), way + "/truth"));
    }
    if (current.is(Role.AUDITOR, Role.PLANNER)) {
      links.add(Link.to(words.say("algorithms.oversight"), way + "/oversight"));
    }
    return links;
  }

  private Optional<Block> thresholds(RuleSet rules, FigureWords told, boolean staff) {
    Words words = told.words();
    Optional<Evaluation> latest = monitoring.latest(rules.id());
    var columns = new ArrayList<Column>();
    columns.add(Column.text(words.say("monitoring.threshold")));
    columns.add(Column.text(words.say("monitoring.limit")));
    columns.add(Column.number(words.say("monitoring.least-cases")));
    columns.add(Column.text(words.say("monitoring.state")));
    if (staff) {
      columns.add(Column.number(words.say("monitoring.value")));
      columns.add(Column.number(words.say("monitoring.cases")));
    }
    return plans
        .of(rules.id())
        .map(plan -> {
          var rows = new ArrayList<Row>();
          for (Threshold threshold : plan.thresholds()) {
            var found =
                latest.stream()
                    .flatMap(e -> e.findings().stream())
                    .filter(f -> f.threshold().key().equals(threshold.key()))
                    .findFirst();
            var cells = new ArrayList<String>();
            cells.add(told.measure(rules, threshold));
            cells.add(told.limit(threshold));
            cells.add(words.number(threshold.cases()));
            cells.add(
                found
                    .map(f -> told.state(f.state()))
                    .orElseGet(() -> words.say("monitoring.state.never")));
            if (staff) {
              cells.add(found.map(told::value).orElse("–"));
              cells.add(found.map(f -> words.number(f.cases())).orElse("–"));
            }
            rows.add(new Row("", "", cells));
          }
          return new Block(
              "thresholds",
              words.say("monitoring.thresholds"),
              List.of(
                  words.say("monitoring.thresholds.text"),
                  latest
                      .map(e -> words.say("monitoring.evaluated", told.when(e.at())))
                      .orElseGet(() -> words.say("monitoring.evaluated.never"))),
              List.of(
                  new DataTable(
                      "limits", words.say("monitoring.thresholds.caption"), columns, rows, false)));
        });
  }

  private List<Block> figures(RuleSet rules, FigureWords told, Month month) {
    Words words = told.words();
    Counts counts = tallies.counts(rules.id(), Optional.empty(), month);
    var tables = new GroupTables(rules, counts, told);
    String name = month.say(words.language());
    List<Monitored.Attribute> attributes = rules.monitored().attributes();
    boolean checked = counts.errors(rules.monitored(), Tally.EVERYBODY, Tally.EVERYBODY).all() > 0;
    var errors = new ArrayList<DataTable>();
    if (checked) {
      attributes.forEach(a -> errors.add(tables.errors(a)));
      errors.add(tables.calibration());
    }
    return List.of(
        new Block(
            "groups",
            words.say("monitoring.groups", name),
            List.of(words.say("monitoring.groups.text", SmallCells.LEAST)),
            attributes.stream().map(tables::outcomes).toList()),
        new Block(
            "errors",
            words.say("monitoring.errors", name),
            checked
                ? List.of(words.say("monitoring.errors.text"), tables.objections())
                : List.of(
                    words.say("monitoring.errors.text"),
                    words.say("monitoring.errors.none"),
                    tables.objections()),
            errors));
  }

  private Optional<Block> drift(
      RuleSet rules, Entry entry, FigureWords told, Optional<Month> month) {
    if (rules.monitored().inputs().isEmpty() || month.isEmpty()) {
      return Optional.empty();
    }
    Words words = told.words();
    String version = entry.dossier().version();
    Optional<Month> reference = tallies.reference(rules.id(), version);
    String text =
        reference
            .map(r -> words.say("monitoring.drift.since", r.say(words.language())))
            .orElseGet(() -> words.say("monitoring.drift.none", Monitoring.LEAST_REFERENCE));
    var tables = new ArrayList<DataTable>();
    reference
        .filter(r -> !r.equals(month.get()))
        .ifPresent(r ->
            tables.add(
                new DriftTable(
                        rules.monitored(),
                        tallies.counts(rules.id(), Optional.of(version), r),
                        tallies.counts(rules.id(), Optional.of(version), month.get()),
                        told)
                    .table()));
    return Optional.of(
        new Block(
            "drift",
            words.say("monitoring.drift"),
            List.of(words.say("monitoring.drift.text"), text),
            tables));
  }

  private Block incidents(Entry entry, FigureWords told, Instant now) {
    Words words = told.words();
    List<Row> rows =
        incidents.of(entry.id()).stream()
            .map(i ->
                Row.of(
                    "",
                    told.day(i.noticed()),
                    told.severity(i.severity()),
                    told.due(i, terms, now),
                    told.state(i)))
            .toList();
    return new Block(
        "incidents",
        words.say("monitoring.incidents"),
        List.of(
            rows.isEmpty()
                ? words.say("monitoring.incidents.none")
                : words.say("monitoring.incidents.text")),
        rows.isEmpty()
            ? List.of()
            : List.of(
                new DataTable(
                    "incident-list",
                    words.say("monitoring.incidents.caption"),
                    List.of(
                        Column.text(words.say("monitoring.incident.noticed")),
                        Column.text(words.say("monitoring.incident.severity")),
                        Column.text(words.say("monitoring.incident.due")),
                        Column.text(words.say("monitoring.incident.state"))),
                    rows,
                    true)));
  }
}
