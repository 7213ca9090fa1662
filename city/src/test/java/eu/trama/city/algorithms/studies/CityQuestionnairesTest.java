package eu.trama.city.algorithms.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.trama.city.CityServer;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.identity.Person;
import eu.trama.city.identity.Role;
import eu.trama.city.ledger.CityLedger;
import eu.trama.city.ledger.Standing;
import eu.trama.city.store.TestStore;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Findings;
import eu.trama.city.web.NotYours;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.ContextConfiguration;

/// The city's own questionnaires: brought, put into force by another, used, replaced, never lost.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
class CityQuestionnairesTest {

  static final Person SECOND = new Person("second", "Second", Set.of(Role.AUDITOR));

  @Autowired private Register register;
  @Autowired private Studies studies;
  @Autowired private StudyEvidence evidence;
  @Autowired private CityQuestionnaires own;
  @Autowired private CityLedger ledger;
  @Autowired private DataSource source;

  @AfterEach
  void leave() {
    TestSystem.nobody();
  }

  /// With `points` as what its only question counts, so that each is another definition.
  static String definition(String name, int points) {
    return """
    {"title": "%s", "pages": [{"name": "p-RS", "elements": [
      {"type": "radiogroup", "name": "harm", "isRequired": true,
       "choices": ["yes-%d", "no-0"]}]}]}
    """
        .formatted(name, points);
  }

  private int bring(String name, StandsFor standsFor, String definition) {
    return own.bring(name, standsFor, definition, new Findings());
  }

  private List<String> refused(String name, StandsFor standsFor, String definition) {
    var refused = catchThrowableOfType(BadInput.class, () -> bring(name, standsFor, definition));
    return refused.findings().stream()
        .filter(f -> f.severity() == Finding.Severity.ERROR)
        .map(Finding::code)
        .toList();
  }

  @Test
  void onlyAuditorsBringAndAnotherPutsIntoForce() {
    TestSystem.as(TestSystem.BUILDER);
    assertThatThrownBy(() -> bring("planners", StandsFor.STUDY, definition("Planners", 3)))
        .isInstanceOf(AccessDeniedException.class);
    TestSystem.as(TestSystem.AUTHOR);
    assertThat(bring("four-eyes", StandsFor.STUDY, definition("Four eyes", 3))).isEqualTo(1);
    var system = TestSystem.enter(register, "four-eyes");
    TestSystem.as(TestSystem.AUTHOR);
    assertThatThrownBy(() -> studies.begin(system, "four-eyes")).hasMessageContaining("404");
    assertThatThrownBy(() -> own.adopt("four-eyes", 1)).isInstanceOf(NotYours.class);
    // Not by the back door either.
    assertThatThrownBy(() ->
            JdbcClient.create(source)
                .sql(
                    """
                    insert into algorithms.city_questionnaire_adoption
                    values ('four-eyes', 1, 'author', now(), ''::bytea, gen_random_uuid())
                    """)
                .update())
        .hasMessageContaining("does not put it into force");
    TestSystem.as(SECOND);
    own.adopt("four-eyes", 1);
    own.adopt("four-eyes", 1);
    assertThat(own.inForce()).extracting(CityQuestionnaire::name).contains("four-eyes");
    TestSystem.as(TestSystem.AUTHOR);
    assertThat(studies.begin(system, "four-eyes").draft()).isTrue();
  }

  @Test
  void itsStudiesAreEvidenceOfTheKindItStandsForAndStayWithTheirVersion() {
    TestSystem.as(TestSystem.AUTHOR);
    bring("harms", StandsFor.STUDY, definition("Harms", 5));
    TestSystem.as(SECOND);
    own.adopt("harms", 1);
    var system = TestSystem.enter(register, "harmed");
    TestSystem.as(TestSystem.AUTHOR);
    var first = studies.begin(system, "harms");
    studies.save(first.id(), 0, Map.of("harm", Value.of("yes-5")));
    assertThat(studies.submit(first.id())).isEmpty();
    var state = evidence.current(system, "study").orElseThrow();
    assertThat(state.href()).isEqualTo("/algorithms/studies/" + first.id());
    assertThat(state.conclusion()).isEqualTo("level-4");
    assertThat(evidence.current(system, "dpia")).isEmpty();

    // A newer one: until it is in force, studies begin with the old.
    assertThat(bring("harms", StandsFor.STUDY, definition("Harms", 7))).isEqualTo(2);
    assertThat(studies.begin(system, "harms").questionnaire().version()).isEqualTo("1");
    TestSystem.as(SECOND);
    own.adopt("harms", 2);
    assertThatThrownBy(() -> own.adopt("harms", 1)).hasMessageContaining("404");
    var other = TestSystem.enter(register, "harmed-too");
    TestSystem.as(TestSystem.AUTHOR);
    assertThat(studies.begin(other, "harms").questionnaire().version()).isEqualTo("2");
    assertThat(studies.find(first.id()).orElseThrow().questionnaire().version()).isEqualTo("1");
    assertThat(studies.find(first.id()).orElseThrow().answers().to("harm"))
        .contains(Value.of("yes-5"));

    // What was begun with the newer one counts nothing before it is submitted.
    assertThat(evidence.current(system, "study")).contains(state);
  }

  @Test
  void whatStandsForNothingIsUsedAtOnceAndIsNoEvidence() {
    TestSystem.as(TestSystem.AUTHOR);
    bring("survey", StandsFor.NOTHING, definition("Survey", 1));
    var system = TestSystem.enter(register, "surveyed");
    TestSystem.as(TestSystem.AUTHOR);
    var study = studies.begin(system, "survey");
    studies.save(study.id(), 0, Map.of("harm", Value.of("no-0")));
    assertThat(studies.submit(study.id())).isEmpty();
    for (String kind : List.of("study", "dpia", "rights-study", "none")) {
      assertThat(evidence.current(system, kind)).as(kind).isEmpty();
    }
  }

  @Test
  void eachIsInTheLedgerAndIsNeverChanged() throws InterruptedException {
    TestSystem.as(TestSystem.AUTHOR);
    bring("logged", StandsFor.NOTHING, definition("Logged", 2));
    var logged =
        own.all().stream().filter(each -> each.name().equals("logged")).findFirst().orElseThrow();
    assertThat(ledger.receipt(logged.receipt())).isNotInstanceOf(Standing.Unknown.class);
    for (String change :
        List.of(
            "update algorithms.city_questionnaire set stands_for = 'study'",
            "delete from algorithms.city_questionnaire",
            "update algorithms.questionnaire set definition = '{}'")) {
      assertThatThrownBy(() -> JdbcClient.create(source).sql(change).update())
          .hasMessageContaining("only added to");
    }
  }

  @Test
  void whatCannotStandForItIsRefusedWithAReason() {
    TestSystem.as(TestSystem.AUTHOR);
    assertThat(refused("Bad Name", StandsFor.STUDY, definition("Bad", 11)))
        .containsExactly("name-form");
    assertThat(refused("impact", StandsFor.STUDY, definition("Impact", 12)))
        .containsExactly("name-taken");
    assertThat(refused("unscored", StandsFor.STUDY, definition("U", 13).replace("-RS", "-NS")))
        .containsExactly("no-risk");
    assertThat(refused("rights", StandsFor.RIGHTS, definition("R", 14)))
        .containsExactly("no-conclusions");
    String passing =
        definition("R", 15)
            .replace(
                "\"pages\"",
                "\"conclusions\": [{\"name\": \"fine\", \"passed\": true}], \"pages\"");
    assertThat(refused("rights", StandsFor.RIGHTS, passing)).containsExactly("no-conclusions");
    assertThat(refused("broken", StandsFor.NOTHING, "{")).contains("json-syntax");
    bring("kinds", StandsFor.NOTHING, definition("K", 16));
    assertThat(refused("kinds", StandsFor.STUDY, definition("K", 17)))
        .containsExactly("stands-differs");
    assertThat(refused("kinds-again", StandsFor.NOTHING, definition("K", 16)))
        .containsExactly("already-there");
    String both =
        passing.replace(
            "\"passed\": true}",
            "\"visibleIf\": \"{harm} = 'no-0'\", \"passed\": true}, {\"name\": \"not\"}");
    assertThat(bring("rights", StandsFor.RIGHTS, both)).isEqualTo(1);
  }
}
