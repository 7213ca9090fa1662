package eu.trama.city.algorithms.decisions;

import static eu.trama.city.algorithms.decisions.OnTheWay.as;
import static eu.trama.city.algorithms.decisions.OnTheWay.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.CityServer;
import eu.trama.city.algorithms.PermitRefused;
import eu.trama.city.algorithms.RuleSet;
import eu.trama.city.algorithms.decisions.NotDone.Why;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.identity.Person;
import eu.trama.city.identity.Role;
import eu.trama.city.ledger.CityLedger;
import eu.trama.city.ledger.Standing;
import eu.trama.city.persons.Vault;
import eu.trama.city.store.TestStore;
import eu.trama.city.web.Language;
import eu.trama.city.web.Messages;
import eu.trama.city.web.Words;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.ContextConfiguration;

/// Decisions on a real store, by the real rule of the transport card.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    // A store of its own, in which the system is not in operation yet.
    properties = "trama.test.store=decisions")
@ContextConfiguration(initializers = TestStore.class)
@Import(OnTheWay.Setup.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionsTest {

  private static final Words ENGLISH = Messages.load().in(Language.ENGLISH);
  private static final Map<String, String> POOR =
      Map.of(
          "registered",
          "yes",
          "sixty",
          "yes",
          "disability",
          "no",
          "members",
          "1",
          "income",
          "8.699,46");
  private static final Map<String, String> RICH = with(POOR, "income", "17398.93");

  private static final Person NURIA = person("nuria", Role.CASEWORKER);
  private static final Person OTHER_CASEWORKER = person("oriol", Role.CASEWORKER);

  @Autowired private RuleSet rules;
  @Autowired private Register register;
  @Autowired private DecisionDesk desk;
  @Autowired private Objections objections;
  @Autowired private Oversight oversight;
  @Autowired private Vault vault;
  @Autowired private CityLedger ledger;
  @Autowired private DataSource source;
  @Autowired private OnTheWay.Hands hands;

  private OnTheWay way;
  private Person resident = person("resident", Role.RESIDENT);

  private static Map<String, String> with(Map<String, String> answers, String key, String value) {
    var more = new TreeMap<>(answers);
    more.put(key, value);
    return more;
  }

  /// At every step before operation the rule set asks, and is refused with what is missing.
  @BeforeAll
  void noGateCanBeSkipped() {
    way = new OnTheWay(register, rules);
    way.toOperation(() ->
        assertThatThrownBy(() -> decide(POOR))
            .isInstanceOfSatisfying(
                PermitRefused.class, refused -> assertThat(refused.say(ENGLISH)).isNotBlank()));
    assertThat(decisions()).isZero();
  }

  @BeforeEach
  void somebodyNew() {
    resident = person("resident-" + UUID.randomUUID(), Role.RESIDENT);
  }

  @AfterEach
  void timeRunsAgain() {
    hands.ahead(Duration.ZERO);
  }

  private UUID decide(Map<String, String> answers) {
    return as(resident, () -> desk.decide(rules, answers));
  }

  private Case seen(UUID id) {
    return as(resident, () -> desk.find(id).orElseThrow());
  }

  private void confirm(UUID id) {
    as(NURIA, () -> desk.confirm(id, seen(id).decision().outcome(), ""));
  }

  private long decisions() {
    return JdbcClient.create(source)
        .sql("select count(*) from algorithms.decision")
        .query(Long.class)
        .single();
  }

  private static void refused(Why why, Runnable what) {
    assertThatThrownBy(what::run)
        .isInstanceOfSatisfying(
            NotDone.class,
            not -> {
              assertThat(not.why()).isEqualTo(why);
              assertThat(not.say(ENGLISH)).isNotBlank();
            });
  }

  @Test
  void aProposalHoldsOnceAHumanHasConfirmedIt() {
    UUID id = decide(POOR);
    assertThat(seen(id).decision().outcome()).isEqualTo("free");
    assertThat(seen(id).outcome()).isEmpty();
    assertThat(as(NURIA, () -> desk.unconfirmed())).anyMatch(c -> c.decision().id().equals(id));
    refused(Why.NOT_YET, () -> as(resident, () -> objections.lodge(id, "No", POOR, ENGLISH)));
    refused(Why.NO_OUTCOME, () -> as(NURIA, () -> desk.confirm(id, "gold", "")));
    refused(Why.NO_REASON, () -> as(NURIA, () -> desk.confirm(id, "none", " ")));
    as(NURIA, () -> desk.confirm(id, "reduced", "The certificate says otherwise."));
    assertThat(seen(id).outcome()).contains("reduced");
    assertThat(seen(id).confirmation().orElseThrow().reason())
        .contains("The certificate says otherwise.");
    refused(Why.ALREADY, () -> as(OTHER_CASEWORKER, () -> desk.confirm(id, "free", "")));
  }

  @Test
  void nobodyConfirmsTheirOwnCase() {
    UUID id = as(NURIA, () -> desk.decide(rules, POOR));
    refused(Why.OWN_CASE, () -> as(NURIA, () -> desk.confirm(id, "free", "")));
    as(OTHER_CASEWORKER, () -> desk.confirm(id, "free", ""));
  }

  @Test
  void anObjectionIsAnsweredByADifferentHumanAfterAReplay() {
    UUID id = decide(RICH);
    confirm(id);
    assertThat(seen(id).outcome()).contains("none");
    assertThat(seen(id).contents().orElseThrow().changes()).isNotEmpty();
    refused(Why.NO_REASON, () -> as(resident, () -> objections.lodge(id, " ", RICH, ENGLISH)));
    as(
        resident,
        () -> objections.lodge(id, "My income is lower.", with(RICH, "income", "9000"), ENGLISH));
    refused(Why.ALREADY, () -> as(resident, () -> objections.lodge(id, "Again", RICH, ENGLISH)));
    var corrected = seen(id).objection().orElseThrow().answers();
    refused(
        Why.SAME_HUMAN,
        () -> as(NURIA, () -> objections.answer(id, corrected, "reduced", "Right.", ENGLISH)));
    assertThat(as(OTHER_CASEWORKER, () -> objections.tryOut(id, corrected, ENGLISH)).outcome())
        .isEqualTo("reduced");
    long before = decisions();
    as(
        OTHER_CASEWORKER,
        () -> objections.answer(id, corrected, "reduced", "The payslips show it.", ENGLISH));
    assertThat(decisions()).isEqualTo(before + 1);
    var answer = seen(id).objection().orElseThrow().answer().orElseThrow();
    assertThat(answer.upheld()).isTrue();
    assertThat(answer.reason()).contains("The payslips show it.");
    assertThat(seen(id).outcome()).contains("reduced");
    var replay = seen(answer.replay());
    assertThat(replay.decision().replays()).contains(id);
    assertThat(replay.decision().version()).isEqualTo(seen(id).decision().version());
    assertThat(replay.contents().orElseThrow().corrected()).containsExactly("income");
    assertThat(as(resident, () -> desk.mine())).hasSize(1);
  }

  @Test
  void aReplayNeedsAPermitOfItsOwn() {
    UUID id = decide(RICH);
    confirm(id);
    as(resident, () -> objections.lodge(id, "No.", RICH, ENGLISH));
    way.suspend();
    try {
      assertThatThrownBy(() ->
              as(OTHER_CASEWORKER, () -> objections.answer(id, RICH, "none", "Same.", ENGLISH)))
          .isInstanceOf(PermitRefused.class);
      assertThat(seen(id).objection().orElseThrow().answer()).isEmpty();
    } finally {
      way.resume();
    }
  }

  @Test
  void termsAreKeptByTheClock() {
    UUID late = decide(RICH);
    confirm(late);
    UUID inTime = decide(RICH);
    confirm(inTime);
    as(resident, () -> objections.lodge(inTime, "No.", RICH, ENGLISH));
    var objection = seen(inTime).objection().orElseThrow();
    assertThat(objection.overdue(objections.today())).isFalse();
    assertThat(objection.answerDue())
        .isEqualTo(LegalTerms.lastDay(objection.at(), objections.terms().answer()));
    hands.ahead(Duration.ofDays(40));
    assertThat(objection.overdue(objections.today())).isTrue();
    assertThat(oversight.objections(rules.id())).containsKey("overdue");
    assertThat(objections.late(seen(inTime))).isFalse();

    // After the term it is a request for review, which the law does not limit.
    assertThat(objections.late(seen(late))).isTrue();
    as(resident, () -> objections.lodge(late, "I was ill.", RICH, ENGLISH));
    assertThat(objections.late(seen(late))).isTrue();
    assertThat(as(OTHER_CASEWORKER, () -> desk.unanswered()))
        .anyMatch(c -> c.decision().id().equals(late));
    as(OTHER_CASEWORKER, () -> objections.answer(late, RICH, "none", "Same facts.", ENGLISH));
    assertThat(seen(late).objection().orElseThrow().answer()).isPresent();
  }

  @Test
  void aCaseIsClosedToCaseworkersOnceNobodyWaitsForThem() {
    UUID id = decide(RICH);
    assertThat(as(OTHER_CASEWORKER, () -> desk.find(id))).isPresent();
    confirm(id);
    assertThat(as(NURIA, () -> desk.find(id))).isPresent();
    assertThat(as(OTHER_CASEWORKER, () -> desk.find(id))).isEmpty();
    as(resident, () -> objections.lodge(id, "No.", RICH, ENGLISH));
    assertThat(as(OTHER_CASEWORKER, () -> desk.find(id))).isPresent();
    as(OTHER_CASEWORKER, () -> objections.answer(id, RICH, "none", "Same.", ENGLISH));
    var third = person("third", Role.CASEWORKER);
    assertThat(as(third, () -> desk.find(id))).isEmpty();
    assertThat(as(OTHER_CASEWORKER, () -> desk.find(id))).isPresent();
  }

  @Test
  void eachOpeningIsNotedWithAnEntryOfTheLedger() throws Exception {
    UUID id = decide(RICH);
    as(NURIA, () -> desk.open(id));
    as(NURIA, () -> desk.open(id));
    as(person("third", Role.CASEWORKER), () -> desk.open(id));
    as(resident, () -> assertThat(desk.find(id)).isPresent());
    var jdbc = JdbcClient.create(source);
    assertThat(
            jdbc.sql("select by_person from algorithms.case_opening where decision = ? order by id")
                .param(id)
                .query(String.class)
                .list())
        .containsExactly("nuria", "nuria", "third");
    proven(
        jdbc.sql("select ledger from algorithms.case_opening where decision = ? limit 1")
            .param(id)
            .query(UUID.class)
            .single());
    assertThatThrownBy(() ->
            jdbc.sql("delete from algorithms.case_opening where decision = ?").param(id).update())
        .hasMessageContaining("only added to");
  }

  @Test
  void peopleSeeTheirOwnAndCaseworkersSeeTheCase() {
    UUID id = decide(POOR);
    for (Role role : Role.values()) {
      var other = person("other-" + role, role);
      assertThat(as(other, () -> desk.find(id)).isPresent())
          .as("%s", role)
          .isEqualTo(role == Role.CASEWORKER);
      assertThat(as(other, () -> desk.mine())).isEmpty();
      if (role != Role.CASEWORKER) {
        assertThatThrownBy(() -> as(other, () -> desk.confirm(id, "free", "")))
            .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(other, () -> desk.unconfirmed()))
            .isInstanceOf(AccessDeniedException.class);
      }
    }
    assertThatThrownBy(() -> desk.find(id)).isInstanceOf(AccessDeniedException.class);
    refused(
        Why.ALREADY,
        () -> as(person("x", Role.RESIDENT), () -> objections.lodge(id, "Mine", POOR, ENGLISH)));
  }

  @Test
  void forgettingLeavesTheLedgerAndNothingThatCanBeRead() throws Exception {
    UUID id = decide(POOR);
    confirm(id);
    as(resident, () -> objections.lodge(id, "A secret reason", POOR, ENGLISH));
    var before = seen(id);
    var contents = before.contents().orElseThrow();
    var entry = proven(before.decision().ledger());
    // The receipt's entry is the commitment that the person can make again from text and salt.
    String commitment =
        HexFormat.of().formatHex(Document.commit(contents.salt(), contents.document()));
    assertThat(
            kept(
                "select encode(commitment, 'hex') from ledger.entry where id = ?",
                before.decision().ledger()))
        .isEqualTo(commitment);
    var forgotten =
        as(person("op", Role.OPERATOR), () -> vault.forget(resident.id())).orElseThrow();
    // With text and salt, which are kept nowhere, the entry of the forgetting can be made again.
    assertThat(
            kept(
                "select encode(commitment, 'hex') from ledger.entry where id = ?",
                forgotten.ledger()))
        .isEqualTo(HexFormat.of().formatHex(Document.commit(forgotten.salt(), forgotten.text())));
    proven(forgotten.ledger());
    assertThat(as(resident, () -> desk.mine())).isEmpty();
    var after = as(NURIA, () -> desk.find(id).orElseThrow());
    assertThat(after.contents()).isEmpty();
    assertThat(after.decision().person()).isEmpty();
    assertThat(after.objection().orElseThrow().text()).isEmpty();
    assertThat(proven(before.decision().ledger()).receipt().index())
        .isEqualTo(entry.receipt().index());
    assertThat(
            kept(
                "select encode(commitment, 'hex') from ledger.entry where id = ?",
                before.decision().ledger()))
        .isEqualTo(commitment);
    for (String column : List.of("decision", "objection")) {
      String key = column.equals("decision") ? "id" : "decision";
      byte[] sealed =
          JdbcClient.create(source)
              .sql("select sealed from algorithms." + column + " where " + key + " = ?")
              .param(id)
              .query((row, n) -> row.getBytes(1))
              .single();
      assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
          .doesNotContain("secret", "income", resident.id());
    }
  }

  private String kept(String sql, UUID id) {
    return JdbcClient.create(source).sql(sql).param(id).query(String.class).single();
  }

  private Standing.Proven proven(UUID entry) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < end) {
      if (ledger.receipt(entry) instanceof Standing.Proven proven) {
        return proven;
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    throw new AssertionError("no signed head covers " + entry);
  }

  @Test
  void whatWasDecidedIsNeverRewritten() {
    UUID id = decide(POOR);
    var jdbc = JdbcClient.create(source);
    assertThatThrownBy(() ->
            jdbc.sql("update algorithms.decision set outcome = 'none' where id = ?")
                .param(id)
                .update())
        .hasMessageContaining("never rewritten");
    assertThatThrownBy(
            () -> jdbc.sql("delete from algorithms.decision where id = ?").param(id).update())
        .isInstanceOf(RuntimeException.class);
  }

  /// Whatever is done, a decision comes to be when the system may run, and only then.
  @Test
  void noDecisionWithoutAPermit() {
    RuleSet tampered = otherCode();
    for (long seed = 1; seed <= 12; seed++) {
      var random = new Random(seed);
      boolean stopped = false;
      for (int step = 0; step < 15; step++) {
        long before = decisions();
        switch (random.nextInt(5)) {
          case 0 -> {
            if (!stopped) {
              way.suspend();
              stopped = true;
            }
          }
          case 1 -> {
            if (stopped) {
              way.resume();
              stopped = false;
            }
          }
          case 2 -> {
            // Code that nobody examined stops the system for everybody.
            assertThatThrownBy(() -> as(resident, () -> desk.decide(tampered, POOR)))
                .isInstanceOf(PermitRefused.class);
            stopped = true;
            assertThat(decisions()).isEqualTo(before);
          }
          default -> {
            boolean done = tried();
            assertThat(done).as("seed %d step %d", seed, step).isEqualTo(!stopped);
            assertThat(decisions()).isEqualTo(before + (done ? 1 : 0));
          }
        }
      }
      if (stopped) {
        way.resume();
      }
    }
    assertThat(
            JdbcClient.create(source)
                .sql("select distinct version from algorithms.decision")
                .query(String.class)
                .list())
        .containsExactly(rules.codeHash());
  }

  private boolean tried() {
    try {
      decide(POOR);
      return true;
    } catch (PermitRefused refused) {
      return false;
    }
  }

  /// The same rule set with another hash.
  private RuleSet otherCode() {
    return (RuleSet)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {RuleSet.class},
            (proxy, method, arguments) ->
                method.getName().equals("codeHash")
                    ? "0".repeat(64)
                    : method.invoke(rules, arguments));
  }

  @Test
  void stampingWithoutReadingIsMeasured() {
    UUID hasty = decide(POOR);
    as(NURIA, () -> desk.open(hasty));
    confirm(hasty);
    UUID read = decide(POOR);
    as(NURIA, () -> desk.open(read));
    hands.ahead(Duration.ofSeconds(90));
    confirm(read);
    var auditor = person("way-auditor", Role.AUDITOR);
    var figures = as(auditor, () -> oversight.confirming(rules.id()));
    assertThat(figures.hasty()).isBetween(1L, figures.confirmed() - 1);
    assertThat(figures.hastyShare()).isBetween(0.01, 0.99);
    assertThatThrownBy(() -> as(NURIA, () -> oversight.confirming(rules.id())))
        .isInstanceOf(AccessDeniedException.class);
  }
}
