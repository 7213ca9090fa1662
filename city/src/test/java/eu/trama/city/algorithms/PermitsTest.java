package eu.trama.city.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.CityServer;
import eu.trama.city.algorithms.council.Council;
import eu.trama.city.algorithms.council.Vote;
import eu.trama.city.algorithms.register.AlgorithmRecord;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.Metric;
import eu.trama.city.algorithms.register.RecordField;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.algorithms.stages.Action;
import eu.trama.city.algorithms.stages.Evidence;
import eu.trama.city.algorithms.stages.Origin;
import eu.trama.city.algorithms.stages.Refusal;
import eu.trama.city.algorithms.stages.Stage;
import eu.trama.city.identity.Person;
import eu.trama.city.identity.Role;
import eu.trama.city.identity.SignedIn;
import eu.trama.city.store.TestStore;
import eu.trama.city.twin.Models;
import eu.trama.city.web.Language;
import eu.trama.city.web.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.ContextConfiguration;

/// A system on its way through the register to its permit, over the store; and what stops it.
@SpringBootTest(classes = CityServer.class)
@ContextConfiguration(initializers = TestStore.class)
@Import(PermitsTest.Said.class)
class PermitsTest {

  private static final String CODE = "a".repeat(64);
  private static final String OTHER_CODE = "b".repeat(64);
  private static final AtomicInteger COUNT = new AtomicInteger();

  private static final Person BUYER = person("buyer", Role.PROCUREMENT);
  private static final Person OWNER = person("owner", Role.PLANNER);
  private static final Person AUDITOR = person("auditor", Role.AUDITOR);
  private static final Person CASEWORKER = person("caseworker", Role.CASEWORKER);

  /// Screenings and studies as the test says them.
  @TestConfiguration
  static class Said {
    static final Map<String, EvidenceState> STATES = new ConcurrentHashMap<>();

    @Bean
    EvidenceSource screeningsOfThisTest() {
      return new EvidenceSource() {
        @Override
        public Set<String> kinds() {
          return Set.of("screening", "study", "dpia");
        }

        @Override
        public Optional<EvidenceState> current(SystemId id, String evidenceKind) {
          return Optional.ofNullable(STATES.get(id + " " + evidenceKind));
        }
      };
    }
  }

  @Autowired private Register register;
  @Autowired private Permits permits;
  @Autowired private Council council;
  @Autowired private Models models;
  @Autowired private RuleSet rules;
  @Autowired private JdbcClient jdbc;
  @Autowired private Environment environment;

  private SystemId id = new SystemId("none");

  private static Person person(String id, Role role) {
    return new Person(id, id, Set.of(role));
  }

  private static void as(Person person) {
    SecurityContextHolder.getContext().setAuthentication(new SignedIn(person));
  }

  @BeforeEach
  void aName() {
    id = new SystemId("card-" + COUNT.incrementAndGet());
  }

  @AfterEach
  void nobody() {
    SecurityContextHolder.clearContext();
  }

  private void say(String kind, Optional<RiskClass> risk) {
    Instant now = Instant.now();
    Said.STATES.put(
        id + " " + kind,
        new EvidenceState("scholar", kind + risk + now, true, risk, "said", now, ""));
  }

  private void act(Person person, Action action) {
    as(person);
    assertThat(register.act(id, action)).as("%s by %s", action, person).isEmpty();
  }

  private void sign(Person person, String... gates) {
    for (String gate : gates) {
      as(person);
      assertThat(register.act(id, signature(person, gate))).as(gate).isEmpty();
    }
  }

  private Action.Sign signature(Person person, String gate) {
    String kind = register.lifeCycle().protocol().gate(gate).orElseThrow().evidence();
    EvidenceState said = register.world(id).evidence().get(kind);
    Evidence evidence =
        said != null
            ? Evidence.of(kind, said)
            : new Evidence(kind, "Paper", "", "00", Set.of(person.id()), true, Optional.empty());
    return new Action.Sign(gate, evidence);
  }

  private static AlgorithmRecord complete() {
    var record = AlgorithmRecord.EMPTY;
    for (RecordField field : RecordField.values()) {
      record =
          switch (field.kind()) {
            case TEXT -> record.with(field, Texts.of("en", field.key()));
            case CHOICE -> record.with(field, "social");
            case METRICS -> record.with(field, "accuracy | share right | at least | 0.9 | cases");
            default -> record.with(field, "");
          };
    }
    return record
        .with(RecordField.ORGANISATION, "City")
        .with(RecordField.OWNER, "Head of mobility")
        .with(RecordField.CONTACT, "x@city.example");
  }

  private void toValidation(RiskClass risk) {
    as(BUYER);
    assertThat(register.create(id, complete(), new Action.Describe(Origin.BUILT, true))).isTrue();
    as(OWNER);
    assertThat(register.edit(id, complete(), new Action.Describe(Origin.BUILT, true))).isEmpty();
    say("screening", Optional.of(risk));
    sign(BUYER, "risk-class");
    say("dpia", Optional.empty());
    sign(AUDITOR, "prohibited", "dpia");
    act(OWNER, new Action.Advance(Stage.DESIGN));
    sign(OWNER, "oversight-design", "data-minimised");
    act(OWNER, new Action.Renew(CODE, "1"));
    act(OWNER, new Action.Advance(Stage.VALIDATION));
    as(BUYER);
    assertThat(register.publish(id)).isEmpty();
  }

  private void toOperation(RiskClass risk) {
    toValidation(risk);
    if (risk == RiskClass.HIGH) {
      say("study", Optional.empty());
      opinion();
      sign(BUYER, "impact-study");
      sign(AUDITOR, "council-opinion");
    }
    sign(AUDITOR, "accuracy", "fairness");
    sign(BUYER, "register-entry");
    sign(OWNER, "notice");
    sign(CASEWORKER, "explanation-path", "objection-path");
    act(OWNER, new Action.Advance(Stage.OPERATION));
  }

  /// Three members, of whom two are there and in favour.
  private void opinion() {
    for (String member : List.of("ada", "ben", "cleo")) {
      as(person(member, Role.RESIDENT));
      council.apply("Association of " + member);
    }
    as(AUDITOR);
    council.seats().stream().filter(s -> !s.admitted()).forEach(s -> council.admit(s.id()));
    long session = council.open(LocalDate.of(2026, 11, 24), "Town hall");
    assertThat(council.add(session, id, "May it run?")).isEmpty();
    for (String member : List.of("ada", "ben")) {
      as(person(member, Role.RESIDENT));
      assertThat(council.vote(session, id, Vote.FOR)).isEmpty();
    }
    as(OWNER);
    assertThatThrownBy(() -> council.vote(session, id, Vote.FOR))
        .isInstanceOf(AccessDeniedException.class);
    as(AUDITOR);
    assertThat(council.close(session, " ")).contains(Council.Obstacle.NO_MINUTES);
    assertThat(council.close(session, "They talked and voted.")).isEmpty();
    as(person("cleo", Role.RESIDENT));
    assertThat(council.vote(session, id, Vote.AGAINST)).contains(Council.Obstacle.CLOSED);
  }

  private String refusedWith(String code) {
    try {
      permits.ask(id, code);
      return "granted";
    } catch (PermitRefused refused) {
      return refused.reason() + " " + refused.gate();
    }
  }

  @Test
  void aHighRiskSystemGetsItsPermitAfterEveryGate() {
    toOperation(RiskClass.HIGH);
    Permit permit = permits.ask(id, CODE);
    assertThat(permit.humanConfirms()).isTrue();
    assertThat(permit.risk()).isEqualTo(RiskClass.HIGH);
    assertThat(permit.version()).isEqualTo(CODE);
  }

  @Test
  void theMissingGateIsNamedInWords() {
    toValidation(RiskClass.LIMITED);
    var refused =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            PermitRefused.class, () -> permits.ask(id, CODE));
    assertThat(refused.gate()).isEqualTo("accuracy");
    assertThat(refused.say(Messages.load().in(Language.ENGLISH)))
        .isEqualTo("The gate “Accuracy” has not been signed.");
    assertThat(refused.say(Messages.load().in(Language.CATALAN))).contains("«Precisió»");
    id = new SystemId("nothing-here");
    assertThat(refusedWith(CODE)).isEqualTo("unknown ");
  }

  @Test
  void codeThatNobodyExaminedSuspendsTheSystemByItself() {
    toOperation(RiskClass.LIMITED);
    assertThat(permits.ask(id, CODE).humanConfirms()).isFalse();
    assertThat(refusedWith(OTHER_CODE)).isEqualTo("code-changed ");
    assertThat(refusedWith(OTHER_CODE)).isEqualTo("suspended ");
    assertThat(refusedWith(CODE)).isEqualTo("suspended ");
    var events = register.find(id).orElseThrow().events();
    assertThat(events.getLast().kind()).isEqualTo("suspended");
    assertThat(events.getLast().person()).isEqualTo("platform");
    act(AUDITOR, new Action.Resume("A server of the old release"));
    assertThat(refusedWith(CODE)).isEqualTo("granted");
  }

  @Test
  void aProhibitedSystemIsRejectedByItself() {
    toOperation(RiskClass.LIMITED);
    say("screening", Optional.of(RiskClass.UNACCEPTABLE));
    assertThat(refusedWith(CODE)).isEqualTo("prohibited ");
    assertThat(register.find(id).orElseThrow().dossier().stage()).isEqualTo(Stage.REJECTED);
    id = new SystemId("score-" + id);
    as(BUYER);
    register.create(id, complete(), new Action.Describe(Origin.BUILT, true));
    say("screening", Optional.of(RiskClass.UNACCEPTABLE));
    assertThat(register.act(id, signature(BUYER, "risk-class")))
        .contains(new Refusal(Refusal.Reason.PROHIBITED, ""));
    assertThat(register.find(id).orElseThrow().dossier().stage()).isEqualTo(Stage.REJECTED);
  }

  /// A second server on the same store, asked right after the stop on the first.
  @Test
  void theEmergencyStopHoldsOnEveryServerWithinASecond() {
    toOperation(RiskClass.LIMITED);
    try (var other =
        new SpringApplicationBuilder(CityServer.class, Said.class)
            .properties(
                "server.port=0", "TRAMA_DB_URL=" + environment.getRequiredProperty("TRAMA_DB_URL"))
            .run()) {
      Permits there = other.getBean(Permits.class);
      assertThat(there.ask(id, CODE).version()).isEqualTo(CODE);
      act(AUDITOR, new Action.Suspend("Complaints"));
      long begun = System.nanoTime();
      assertThatThrownBy(() -> there.ask(id, CODE)).isInstanceOf(PermitRefused.class);
      assertThatThrownBy(() -> permits.ask(id, CODE)).isInstanceOf(PermitRefused.class);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
      act(AUDITOR, new Action.Resume("Settled"));
      assertThat(there.ask(id, CODE).version()).isEqualTo(CODE);
    }
  }

  @Test
  void theModelsOfThePlatformAreEnteredByItself() {
    var entry = register.find(new SystemId("reach")).orElseThrow();
    assertThat(entry.published().orElseThrow().missing()).isEmpty();
    assertThat(entry.dossier().people()).isFalse();
    assertThat(entry.dossier().version()).isEqualTo(models.codeHash(models.require("reach")));
    claimsNothing(entry);
  }

  @Test
  void theRuleSetsOfThePlatformAreEnteredByItself() {
    var entry = register.find(rules.id()).orElseThrow();
    assertThat(entry.published().orElseThrow().missing()).isEmpty();
    assertThat(entry.dossier().people()).isTrue();
    assertThat(entry.dossier().origin()).isEqualTo(Origin.PLATFORM);
    assertThat(entry.dossier().version()).isEqualTo(rules.codeHash());
    assertThat(Metric.read(entry.record().plain(RecordField.METRICS)).orElseThrow())
        .extracting(Metric::gate)
        .containsExactly("accuracy", "fairness");
    claimsNothing(entry);
    id = rules.id();
    assertThat(refusedWith(rules.codeHash())).isEqualTo("gate-unsigned risk-class");
  }

  /// The platform signs no gate, and says what it says in every language.
  private static void claimsNothing(Entry entry) {
    assertThat(entry.dossier().stage()).isEqualTo(Stage.NEED);
    assertThat(entry.dossier().signatures()).isEmpty();
    assertThat(entry.dossier().team()).isEmpty();
    for (RecordField field : entry.record().fields().keySet()) {
      if (field.inLanguages()) {
        assertThat(entry.record().texts(field).byTag()).containsOnlyKeys("ca", "en", "es", "it");
      }
    }
  }

  @Test
  void historyIsAddedToAndNeverRewritten() {
    toValidation(RiskClass.LIMITED);
    for (String sql :
        List.of(
            "update algorithms.event set by_person = 'x' where system = ?",
            "delete from algorithms.event where system = ?",
            "update algorithms.revision set by_person = 'x' where system = ?",
            "delete from algorithms.revision where system = ?")) {
      assertThatThrownBy(() -> jdbc.sql(sql).param(id.value()).update())
          .hasMessageContaining("only added to");
    }
    as(AUDITOR);
    assertThat(register.history(id)).extracting(r -> r.person()).containsExactly("buyer", "owner");
  }

  @Test
  void anIncompleteEntryIsNotPublished() {
    as(BUYER);
    register.create(
        id,
        AlgorithmRecord.EMPTY.with(RecordField.NAME, Texts.of("en", "Half")),
        new Action.Describe(Origin.BUILT, true));
    assertThat(register.publish(id)).contains(RecordField.PURPOSE, RecordField.METRICS);
    assertThat(register.find(id).orElseThrow().published()).isEmpty();
    as(AUDITOR);
    assertThatThrownBy(() -> register.publish(id)).isInstanceOf(AccessDeniedException.class);
    as(person("montse", Role.RESIDENT));
    assertThatThrownBy(() -> register.act(id, new Action.Suspend("x")))
        .isInstanceOf(AccessDeniedException.class);
  }
}
