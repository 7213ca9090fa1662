package eu.trama.city.algorithms.decisions;

import static eu.trama.city.algorithms.decisions.OnTheWay.as;
import static eu.trama.city.algorithms.decisions.OnTheWay.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.CityServer;
import eu.trama.city.algorithms.Permits;
import eu.trama.city.algorithms.RuleSet;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.identity.Person;
import eu.trama.city.identity.Role;
import eu.trama.city.store.TestStore;
import eu.trama.city.web.Language;
import eu.trama.city.web.Messages;
import eu.trama.city.web.Words;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// A system of limited risk decides by itself: what it says holds at once, and can be objected to
/// at once; the answer comes from a human all the same.
@SpringBootTest(
    classes = CityServer.class,
    properties = {"trama.test.store=limited-risk", "trama.test.risk=limited"})
@ContextConfiguration(initializers = TestStore.class)
@Import(OnTheWay.Setup.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitedRiskTest {

  private static final Words ENGLISH = Messages.load().in(Language.ENGLISH);
  private static final Map<String, String> RICH =
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
          "17398.93");
  private static final Person MONTSE = person("montse", Role.RESIDENT);
  private static final Person NURIA = person("nuria", Role.CASEWORKER);

  @Autowired private RuleSet rules;
  @Autowired private Register register;
  @Autowired private Permits permits;
  @Autowired private DecisionDesk desk;
  @Autowired private Objections objections;
  @Autowired private CaseView view;

  @BeforeAll
  void toOperation() {
    new OnTheWay(register, rules).toOperation(() -> {});
  }

  private UUID decide() {
    return as(MONTSE, () -> desk.decide(rules, RICH));
  }

  @Test
  void itHoldsWithoutAHuman() {
    assertThat(permits.ask(rules.id(), rules.codeHash()).humanConfirms()).isFalse();
    UUID id = decide();
    Case mine = as(MONTSE, () -> desk.find(id).orElseThrow());
    assertThat(mine.outcome()).contains("none");
    assertThat(mine.effective()).contains(mine.decision().at());
    var page = as(MONTSE, () -> view.page(mine, ENGLISH, false, java.util.List.of()));
    assertThat(page.dates())
        .anyMatch(line -> line.text().equals(ENGLISH.say("decisions.human.none")));
    assertThat(page.objectHref()).isNotEmpty();
    assertThat(page.notes())
        .noneMatch(note -> note.text().equals(ENGLISH.say("decisions.note.waiting")));
  }

  @Test
  void nothingWaitsForAHumanAndNobodyOverridesIt() {
    UUID id = decide();
    assertThat(as(NURIA, () -> desk.unconfirmed())).isEmpty();
    assertThatThrownBy(() -> as(NURIA, () -> desk.confirm(id, "free", "A friend")))
        .isInstanceOfSatisfying(
            NotDone.class, not -> assertThat(not.why()).isEqualTo(NotDone.Why.ALREADY));
    assertThat(as(MONTSE, () -> desk.find(id).orElseThrow()).outcome()).contains("none");
  }

  @Test
  void aHumanAnswersTheObjectionByAReplayThatHoldsAtOnce() {
    UUID id = decide();
    var corrected = new TreeMap<>(RICH);
    corrected.put("income", "9000");
    as(MONTSE, () -> objections.lodge(id, "Counted twice.", corrected, ENGLISH));
    as(NURIA, () -> objections.answer(id, corrected, "reduced", "So it was.", ENGLISH));
    Case mine = as(MONTSE, () -> desk.find(id).orElseThrow());
    assertThat(mine.outcome()).contains("reduced");
    UUID replay = mine.objection().orElseThrow().answer().orElseThrow().replay();
    Case again = as(MONTSE, () -> desk.find(replay).orElseThrow());
    assertThat(again.decision().humanConfirms()).isFalse();
    assertThat(again.confirmation()).isEmpty();
  }
}
