package eu.trama.city.algorithms.monitoring;

import static eu.trama.city.algorithms.decisions.OnTheWay.as;
import static eu.trama.city.algorithms.decisions.OnTheWay.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.CityServer;
import eu.trama.city.algorithms.PermitRefused;
import eu.trama.city.algorithms.RuleSet;
import eu.trama.city.algorithms.decisions.DecisionDesk;
import eu.trama.city.algorithms.decisions.Objections;
import eu.trama.city.algorithms.decisions.OnTheWay;
import eu.trama.city.algorithms.monitoring.NotKept.Why;
import eu.trama.city.algorithms.monitoring.Threshold.State;
import eu.trama.city.algorithms.monitoring.TruthFile.Fault;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.algorithms.stages.Action;
import eu.trama.city.algorithms.stages.Evidence;
import eu.trama.city.algorithms.stages.Fact;
import eu.trama.city.algorithms.stages.Refusal;
import eu.trama.city.algorithms.stages.Stage;
import eu.trama.city.identity.Person;
import eu.trama.city.identity.Role;
import eu.trama.city.persons.Vault;
import eu.trama.city.store.TestStore;
import eu.trama.city.web.Language;
import eu.trama.city.web.Messages;
import eu.trama.city.web.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.ContextConfiguration;

/// A year of the transport card's check on a real store: what is counted, what is not kept, and how
/// figures stop it. The parts follow each other in time.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "trama.test.store=monitoring")
@ContextConfiguration(initializers = TestStore.class)
@Import(OnTheWay.Setup.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonitoringTest {

  private static final Words ENGLISH = Messages.load().in(Language.ENGLISH);
  private static final Person AUDITOR = person("way-auditor", Role.AUDITOR);
  private static final Person OWNER = person("way-owner", Role.PLANNER);
  private static final Person CASEWORKER = person("way-caseworker", Role.CASEWORKER);
  private static final Person OTHER_CASEWORKER = person("oriol", Role.CASEWORKER);

  @Autowired private RuleSet rules;
  @Autowired private Register register;
  @Autowired private DecisionDesk desk;
  @Autowired private Objections objections;
  @Autowired private Monitoring monitoring;
  @Autowired private MonitoringClock timer;
  @Autowired private Incidents incidents;
  @Autowired private IncidentTerms terms;
  @Autowired private Truths truths;
  @Autowired private TallyTables tallies;
  @Autowired private EvaluationTables evaluations;
  @Autowired private Vault vault;
  @Autowired private DataSource source;
  @Autowired private OnTheWay.Hands hands;

  private OnTheWay way;
  private final List<UUID> decided = new ArrayList<>();

  @BeforeAll
  void toOperation() {
    // The test is the clock.
    timer.stop();
    way = new OnTheWay(register, rules);
    way.toOperation(() -> {});
  }

  /// Moves the clock to noon of a day in a month from now.
  private Month month(int ahead, int day) {
    LocalDate then = YearMonth.now(java.time.ZoneOffset.UTC).plusMonths(ahead).atDay(day);
    hands.ahead(
        Duration.between(Instant.now(), then.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC)));
    return Month.of(then);
  }

  private static Map<String, String> answers(boolean sixty, int members, int euros) {
    var answers = new TreeMap<String, String>();
    answers.put("registered", "yes");
    answers.put("sixty", sixty ? "yes" : "no");
    answers.put("disability", sixty ? "no" : "yes");
    answers.put("members", String.valueOf(members));
    answers.put("income", String.valueOf(euros));
    return answers;
  }

  private UUID decide(Map<String, String> answers) {
    var resident = person("resident-" + UUID.randomUUID(), Role.RESIDENT);
    return as(resident, () -> desk.decide(rules, answers));
  }

  /// That many cases, of incomes from 0 to 20,000 € and on, moved up by so many euros.
  private void decide(int cases, int up) {
    for (int i = 0; i < cases; i++) {
      decided.add(decide(answers(i % 2 == 0, 1 + i % 3, up + i * 20_000 / cases)));
    }
  }

  private Counts counts(Month month) {
    return tallies.counts(rules.id(), Optional.of(rules.codeHash()), month);
  }

  private Evaluation check() {
    return as(AUDITOR, () -> monitoring.check(rules.id())).orElseThrow();
  }

  private static State state(Evaluation evaluation, String threshold) {
    return evaluation.findings().stream()
        .filter(f -> f.threshold().key().equals(threshold))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private long count(String sql) {
    return JdbcClient.create(source).sql(sql).query(Long.class).single();
  }

  @Test
  @Order(1)
  void decisionsAreCountedAndNobodyIsKept() {
    Month month = month(1, 10);
    assertThat(state(check(), "upheld")).isEqualTo(State.FEW);
    decide(12, 0);
    Counts counts = counts(month);
    assertThat(counts.cases()).isEqualTo(12);
    for (var attribute : rules.monitored().attributes()) {
      long all = 0;
      for (String group : attribute.groups()) {
        all += counts.outcomes(rules.monitored(), attribute.key(), group).all();
      }
      assertThat(all).as(attribute.key()).isEqualTo(12);
    }
    assertThat(counts.outcomes(rules.monitored(), "age", "sixty").all()).isEqualTo(6);
    for (var input : rules.monitored().inputs()) {
      assertThat(counts.histogram(input).cases()).isEqualTo(12);
    }
    // No column of what is kept could hold a person, a decision or a moment.
    assertThat(
            JdbcClient.create(source)
                .sql(
                    """
                    select distinct column_name from information_schema.columns
                    where table_schema = 'algorithms' and table_name like 'tally%'
                    """)
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder(
            "system",
            "version",
            "period",
            "attribute",
            "part",
            "outcome",
            "n",
            "input",
            "bin",
            "source",
            "decided",
            "truth",
            "changed");
    decided.clear();
  }

  @Test
  @Order(2)
  void aRefusedDecisionIsNotCounted() {
    Month month = month(1, 11);
    way.suspend();
    assertThatThrownBy(() -> decide(answers(true, 1, 100))).isInstanceOf(PermitRefused.class);
    way.resume();
    assertThat(counts(month).cases()).isEqualTo(12);
  }

  @Test
  @Order(3)
  void decisionsAtOnceAreAllCounted() throws Exception {
    Month month = month(1, 12);
    var tasks = new ArrayList<Callable<UUID>>();
    for (int i = 0; i < 40; i++) {
      int each = i;
      tasks.add(() -> decide(answers(each % 2 == 0, 1 + each % 6, 1_000 * each)));
    }
    try (var pool = Executors.newFixedThreadPool(6)) {
      for (var done : pool.invokeAll(tasks)) {
        assertThat(done.get()).isNotNull();
      }
    }
    assertThat(counts(month).cases()).isEqualTo(52);
    assertThat(counts(month).histogram(rules.monitored().inputs().getFirst()).cases())
        .isEqualTo(52);
  }

  @Test
  @Order(4)
  void theFirstWholeMonthIsWhatLaterOnesAreComparedWith() {
    Month first = month(2, 5);
    decide(220, 0);
    assertThat(state(check(), "psi-income")).isEqualTo(State.FEW);
    assertThat(tallies.reference(rules.id(), rules.codeHash())).isEmpty();
    month(3, 5);
    check();
    assertThat(tallies.reference(rules.id(), rules.codeHash())).contains(first);
    // Only what was counted in it since: the month itself is not compared with itself.
    assertThat(state(check(), "psi-income")).isEqualTo(State.FEW);
    assertThatThrownBy(() ->
            JdbcClient.create(source)
                .sql("update algorithms.drift_reference set period = period")
                .update())
        .hasMessageContaining("only added to");
  }

  @Test
  @Order(5)
  void theSamePopulationHasNotMoved() {
    decide(220, 0);
    Evaluation evaluation = check();
    assertThat(state(evaluation, "psi-income")).isEqualTo(State.HELD);
    assertThat(state(evaluation, "ks-income")).isEqualTo(State.HELD);
    assertThat(evaluation.passed()).isTrue();
  }

  @Test
  @Order(6)
  void linesOfASampleAreTakenAllOrNone() {
    var mine = as(AUDITOR, () -> desk.decide(rules, answers(true, 1, 100)));
    var forgotten = person("to-forget", Role.RESIDENT);
    var gone = as(forgotten, () -> desk.decide(rules, answers(true, 1, 100)));
    as(person("op", Role.OPERATOR), () -> vault.forget(forgotten.id()));
    String good = decided.getFirst() + ",free\n";
    assertThat(faults(good + "x,free\n" + decided.get(1) + "\n" + good))
        .containsExactly("id", "fields", "twice");
    assertThat(
            faults(
                "decision,outcome\n"
                    + decided.get(1)
                    + ",gold\n"
                    + UUID.randomUUID()
                    + ",free\n"
                    + mine
                    + ",free\n"
                    + gone
                    + ",free\n"))
        .containsExactly("outcome", "unknown", "own", "forgotten");
    assertThat(faults("")).containsExactly("none");
    assertThat(count("select count(*) from algorithms.truth")).isZero();
    assertThat(faults(good)).isEmpty();
    assertThat(faults(good)).containsExactly("known");
    assertThat(count("select count(*) from algorithms.truth")).isEqualTo(1);
    assertThatThrownBy(() -> as(OWNER, () -> truths.enter(rules, good)))
        .isInstanceOf(AccessDeniedException.class);
  }

  private List<String> faults(String csv) {
    return as(AUDITOR, () -> truths.enter(rules, csv)).stream().map(Fault::key).toList();
  }

  @Test
  @Order(7)
  void anObjectionUpheldIsCountedApart() {
    Month month = month(3, 6);
    var resident = person("objector", Role.RESIDENT);
    var rich = answers(true, 1, 30_000);
    UUID id = as(resident, () -> desk.decide(rules, rich));
    as(CASEWORKER, () -> desk.confirm(id, "none", ""));
    as(resident, () -> objections.lodge(id, "No.", answers(true, 1, 9_000), ENGLISH));
    as(
        OTHER_CASEWORKER,
        () -> objections.answer(id, answers(true, 1, 9_000), "reduced", "Right.", ENGLISH));
    var upheld = counts(month).upheld().orElseThrow();
    assertThat(upheld.hits()).isEqualTo(1);
    assertThat(upheld.cases()).isEqualTo(1);
    // The replay is no case of its own.
    assertThat(counts(month).cases()).isEqualTo(223);
    assertThat(counts(month).errors(rules.monitored(), "", "").all()).isEqualTo(1);
  }

  @Test
  @Order(8)
  void aBrokenThresholdRefusesTheNextDecision() {
    Month month = month(3, 20);
    // Of these 110 who were due it, 40 were refused.
    var sample = new ArrayList<>(decided.subList(220, 290));
    for (int i = 0; i < 40; i++) {
      sample.add(decide(answers(true, 1, 30_000)));
    }
    assertThat(faults(sample.stream().map(id -> id + ",free").collect(Collectors.joining("\n"))))
        .isEmpty();
    decide(answers(true, 1, 100));
    Evaluation evaluation = check();
    assertThat(state(evaluation, "false-negative")).isEqualTo(State.BROKEN);
    assertThatThrownBy(() -> decide(answers(true, 1, 100)))
        .isInstanceOfSatisfying(
            PermitRefused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo("threshold");
              assertThat(refused.say(ENGLISH)).contains("beyond its limit");
            });
    var entry = register.find(rules.id()).orElseThrow();
    assertThat(entry.dossier().suspension().orElseThrow())
        .isEqualTo(new Fact.Suspended(Fact.Cause.THRESHOLD, "false-negative, " + month));
    var incident = own("false-negative");
    assertThat(incident.severity()).isEqualTo("unrated");
    assertThat(incident.role()).isEqualTo("platform");
    // The same figure is reported once, and an auditor who has seen it may let the system go on.
    check();
    assertThat(count("select count(*) from algorithms.incident where threshold = 'false-negative'"))
        .isEqualTo(1);
    way.resume();
    check();
    decide(answers(true, 1, 100));
  }

  private Incident own(String threshold) {
    return as(AUDITOR, () -> incidents.of(rules.id())).stream()
        .filter(i -> i.threshold().filter(threshold::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Order(9)
  void aMovedPopulationStopsIt() {
    month(4, 5);
    decide(210, 15_000);
    Evaluation evaluation = check();
    assertThat(state(evaluation, "psi-income")).isEqualTo(State.BROKEN);
    assertThat(state(evaluation, "ks-income")).isEqualTo(State.BROKEN);
    assertThat(state(evaluation, "psi-members")).isEqualTo(State.HELD);
    assertThatThrownBy(() -> decide(answers(true, 1, 100))).isInstanceOf(PermitRefused.class);
    way.resume();
    decide(answers(true, 1, 100));
  }

  @Test
  @Order(10)
  void serversTakeTurnsAndEvaluateOnceADay() throws Exception {
    month(4, 7);
    long before = count("select count(*) from algorithms.evaluation");
    var tasks = new ArrayList<Callable<String>>();
    for (int i = 0; i < 4; i++) {
      tasks.add(() -> {
        monitoring.checkWhatIsDue();
        return "";
      });
    }
    try (var pool = Executors.newFixedThreadPool(4)) {
      for (var done : pool.invokeAll(tasks)) {
        done.get();
      }
    }
    assertThat(count("select count(*) from algorithms.evaluation")).isEqualTo(before + 1);
    month(4, 9);
    monitoring.checkWhatIsDue();
    assertThat(count("select count(*) from algorithms.evaluation")).isEqualTo(before + 2);
    assertThatThrownBy(() -> as(OWNER, () -> monitoring.check(rules.id())))
        .isInstanceOf(AccessDeniedException.class);
  }

  private static void refused(Why why, Runnable what) {
    assertThatThrownBy(what::run)
        .isInstanceOfSatisfying(
            NotKept.class,
            not -> {
              assertThat(not.why()).isEqualTo(why);
              assertThat(not.say(ENGLISH)).isNotBlank();
            });
  }

  @Test
  @Order(11)
  void incidentsAreRatedReportedInTimeAndClosed() {
    month(4, 9);
    Instant noticed = Instant.now().plus(Duration.ofDays(90));
    hands.ahead(Duration.ofDays(91));
    var id = rules.id();
    refused(
        Why.PERSONAL,
        () -> as(CASEWORKER, () -> incidents.report(id, "serious", noticed, "Of a@b.org")));
    refused(
        Why.NO_TIME,
        () ->
            as(
                CASEWORKER,
                () -> incidents.report(id, "serious", noticed.plus(Duration.ofDays(5)), "Late")));
    refused(
        Why.NO_SEVERITY, () -> as(CASEWORKER, () -> incidents.report(id, "awful", noticed, "It")));
    refused(Why.NO_TEXT, () -> as(CASEWORKER, () -> incidents.report(id, "serious", noticed, " ")));
    UUID made =
        as(CASEWORKER, () -> incidents.report(id, "data-breach", noticed, "A list lay open."));
    assertThat(found(made).overdue(terms, now())).isFalse();
    hands.ahead(Duration.ofDays(94));
    assertThat(found(made).overdue(terms, now())).isTrue();
    refused(Why.NOT_REPORTED, () -> as(AUDITOR, () -> incidents.close(id, made, "Locked.")));
    assertThatThrownBy(() -> as(CASEWORKER, () -> incidents.reported(id, made, "Told.")))
        .isInstanceOf(AccessDeniedException.class);
    as(OWNER, () -> incidents.reported(id, made, "Told the data-protection authority by form."));
    assertThat(found(made).overdue(terms, now())).isFalse();
    refused(Why.REPORTED, () -> as(OWNER, () -> incidents.reported(id, made, "Again.")));
    as(AUDITOR, () -> incidents.close(id, made, "The list is locked away."));
    assertThat(found(made).state()).isEqualTo("closed");
    refused(Why.CLOSED, () -> as(AUDITOR, () -> incidents.close(id, made, "Again.")));
    // Each has an entry of the ledger.
    assertThat(count("select count(*) from ledger.entry where kind = 'algorithm-incident'"))
        .isEqualTo(
            count("select count(*) from algorithms.incident")
                + count("select count(*) from algorithms.incident_step"));
    assertThatThrownBy(
            () -> JdbcClient.create(source).sql("delete from algorithms.incident_step").update())
        .hasMessageContaining("only added to");
  }

  private Instant now() {
    return hands.instant();
  }

  private Incident found(UUID id) {
    return as(AUDITOR, () -> incidents.of(rules.id())).stream()
        .filter(i -> i.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Order(12)
  void nobodySignsAReviewWithoutFiguresAndWithOpenIncidents() {
    month(4, 25);
    sign(OWNER, "monitoring-plan");
    act(OWNER, new Action.Advance(Stage.MONITORING));
    // The broken figures of this month are the last that were found.
    check();
    assertThat(why(AUDITOR, "drift-review")).contains(Refusal.Reason.EVIDENCE_FAILED);
    assertThat(why(AUDITOR, "incident-review")).contains(Refusal.Reason.EVIDENCE_FAILED);
    var id = rules.id();
    for (Incident each : as(AUDITOR, () -> incidents.of(id))) {
      if (!each.closed()) {
        refused(Why.UNRATED, () -> as(AUDITOR, () -> incidents.close(id, each.id(), "Seen.")));
        as(AUDITOR, () -> incidents.rate(id, each.id(), "minor", "A made-up sample."));
        as(AUDITOR, () -> incidents.close(id, each.id(), "Seen."));
      }
    }
    // Old figures say nothing of today.
    month(5, 25);
    assertThat(why(AUDITOR, "drift-review")).contains(Refusal.Reason.EVIDENCE_FAILED);
    month(6, 5);
    decide(220, 0);
    assertThat(check().passed()).isTrue();
    sign(AUDITOR, "drift-review");
    sign(AUDITOR, "incident-review");
    // The day after finds the same, and the signature holds.
    month(6, 7);
    monitoring.checkWhatIsDue();
    act(OWNER, new Action.Advance(Stage.OPERATION));
    assertThat(evaluations.latest(id).orElseThrow().at()).isAfter(now().minus(Duration.ofHours(1)));
  }

  private Evidence evidence(Person by, String gate) {
    String kind = register.lifeCycle().protocol().gate(gate).orElseThrow().evidence();
    var said = register.world(rules.id()).evidence().get(kind);
    return said != null
        ? Evidence.of(kind, said)
        : new Evidence(kind, "A paper", "", "ab", Set.of(by.id()), true, Optional.empty());
  }

  private Optional<Refusal.Reason> why(Person by, String gate) {
    return as(by, () -> register.act(rules.id(), new Action.Sign(gate, evidence(by, gate))))
        .map(Refusal::reason);
  }

  private void sign(Person by, String gate) {
    assertThat(why(by, gate)).as(gate).isEmpty();
  }

  private void act(Person by, Action action) {
    assertThat(as(by, () -> register.act(rules.id(), action))).as("%s", action).isEmpty();
  }
}
