package eu.trama.city.algorithms.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.CityServer;
import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.algorithms.screening.Screenings;
import eu.trama.city.algorithms.screening.Trees;
import eu.trama.city.algorithms.screening.Walk;
import eu.trama.city.identity.Person;
import eu.trama.city.identity.Role;
import eu.trama.city.store.TestStore;
import eu.trama.city.twin.BadInput;
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

/// From a system without a study to evidence for its gates.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
class StudiesTest {

  @Autowired private Register register;
  @Autowired private Studies studies;
  @Autowired private StudyEvidence evidence;
  @Autowired private Screenings screenings;
  @Autowired private Trees trees;
  @Autowired private DataSource source;

  @AfterEach
  void leave() {
    TestSystem.nobody();
  }

  private static void as(Person person) {
    TestSystem.as(person);
  }

  @Test
  void whoBuiltItDoesNotStudyIt() {
    var system = TestSystem.enter(register, "own-work");
    as(TestSystem.BUILDER);
    assertThatThrownBy(() -> studies.begin(system, Questionnaires.IMPACT))
        .isInstanceOf(OfTheTeam.class);
    // Whoever joins the team after beginning a study does not finish it.
    as(TestSystem.AUTHOR);
    var study = studies.begin(system, Questionnaires.IMPACT);
    var both = new Person(TestSystem.AUTHOR.id(), "Author", Set.of(Role.PLANNER, Role.AUDITOR));
    as(both);
    var entry = register.find(system).orElseThrow();
    register.edit(
        system,
        entry.record(),
        new eu.trama.city.algorithms.stages.Action.Describe(
            eu.trama.city.algorithms.stages.Origin.PLATFORM, false));
    assertThatThrownBy(() -> studies.save(study.id(), 0, Map.of())).isInstanceOf(OfTheTeam.class);
    assertThatThrownBy(() -> studies.submit(study.id())).isInstanceOf(OfTheTeam.class);
  }

  @Test
  void onlyStaffStudiesAndOnlyTheAuthorGoesOn() {
    var system = TestSystem.enter(register, "staff-only");
    as(new Person("resident", "Resident", Set.of(Role.RESIDENT)));
    assertThatThrownBy(() -> studies.begin(system, Questionnaires.IMPACT))
        .isInstanceOf(AccessDeniedException.class);
    as(TestSystem.AUTHOR);
    var study = studies.begin(system, Questionnaires.IMPACT);
    assertThat(studies.begin(system, Questionnaires.IMPACT).id()).isEqualTo(study.id());
    as(new Person("other", "Other", Set.of(Role.AUDITOR)));
    assertThatThrownBy(() -> studies.save(study.id(), 0, Map.of())).isInstanceOf(NotYours.class);
  }

  @Test
  void aDraftIsResumedASubmittedStudyNeverChangesAndAChangeIsANewVersion() {
    var system = TestSystem.enter(register, "versions");
    as(TestSystem.AUTHOR);
    var study = studies.begin(system, Questionnaires.DATA_PROTECTION);
    studies.save(study.id(), 1, Map.of("personal", Value.of("item2")));
    var draft = studies.find(study.id()).orElseThrow();
    assertThat(draft.page()).isEqualTo(1);
    assertThat(draft.answers().to("personal")).contains(Value.of("item2"));
    assertThat(studies.submit(study.id())).extracting(e -> e.name()).containsExactly("noneWhy");
    assertThat(evidence.current(system, "dpia")).isEmpty();
    studies.save(study.id(), 1, Map.of("noneWhy", Value.of("Only zones.")));
    assertThat(studies.submit(study.id())).isEmpty();

    var state = evidence.current(system, "dpia").orElseThrow();
    assertThat(state.conclusion()).isEqualTo("no-personal-data");
    assertThat(state.passed()).isTrue();
    assertThat(state.madeBy()).isEqualTo("author");
    assertThat(state.hash()).hasSize(64);
    assertThatThrownBy(() -> studies.save(study.id(), 0, Map.of())).hasMessageContaining("409");
    assertThatThrownBy(() ->
            JdbcClient.create(source)
                .sql("update algorithms.study set passed = false where id = ?")
                .param(study.id())
                .update())
        .hasMessageContaining("never changed");
    assertThatThrownBy(() -> JdbcClient.create(source).sql("delete from algorithms.study").update())
        .hasMessageContaining("only added to");

    var second = studies.begin(system, Questionnaires.DATA_PROTECTION);
    assertThat(second.version()).isEqualTo(2);
    assertThat(second.answers()).isEqualTo(studies.find(study.id()).orElseThrow().answers());
    assertThat(evidence.current(system, "dpia")).contains(state);
    studies.submit(second.id());
    assertThat(evidence.current(system, "dpia").orElseThrow().hash()).isNotEqualTo(state.hash());
  }

  @Test
  void whatMustNotGoOnDoesNotPass() {
    var system = TestSystem.enter(register, "refused");
    as(TestSystem.AUTHOR);
    var study = studies.begin(system, Questionnaires.FUNDAMENTAL_RIGHTS);
    var all = new java.util.TreeMap<String, Value>();
    for (var element : study.questionnaire().elements()) {
      if (element.asks()) {
        all.put(element.name(), answer(element));
      }
    }
    studies.save(study.id(), 0, all);
    assertThat(studies.submit(study.id())).isEmpty();
    var state = evidence.current(system, "rights-study").orElseThrow();
    assertThat(state.passed()).isFalse();
    assertThat(state.conclusion()).isEqualTo("not-acceptable");
  }

  private static Value answer(Questionnaire.Element element) {
    if (element.choices().isEmpty()) {
      return Value.of("Because.");
    }
    String last = element.choices().getLast().value();
    return element.kind() == Questionnaire.Kind.CHECKBOX ? Value.of(List.of(last)) : Value.of(last);
  }

  @Test
  void whatIsPublishedIsForEverybody() {
    var system = TestSystem.enter(register, "public-one");
    as(TestSystem.AUTHOR);
    var study = studies.begin(system, Questionnaires.DATA_PROTECTION);
    studies.save(
        study.id(), 0, Map.of("personal", Value.of("item2"), "noneWhy", Value.of("Zones.")));
    TestSystem.publish(register, system);
    assertThat(studies.find(study.id())).isEmpty();
    as(TestSystem.AUTHOR);
    studies.submit(study.id());
    TestSystem.nobody();
    assertThat(studies.find(study.id())).isPresent();
    assertThat(studies.of(system)).hasSize(1);
    assertThat(studies.of(TestSystem.enter(register, "secret-one"))).isEmpty();
  }

  @Test
  void answerFilesAreTakenAndRefusedWhole() {
    var system = TestSystem.enter(register, "files");
    as(TestSystem.AUTHOR);
    var study = studies.begin(system, Questionnaires.IMPACT);
    studies.take(
        study.id(), "{\"currentPage\": 2, \"data\": {\"decides\": \"item4-4\"}}", new Findings());
    assertThat(studies.find(study.id()).orElseThrow().page()).isEqualTo(2);
    assertThatThrownBy(() ->
            studies.take(study.id(), "{\"data\": {\"decides\": \"item9-9\"}}", new Findings()))
        .isInstanceOf(BadInput.class);
    assertThat(studies.find(study.id()).orElseThrow().answers().to("decides"))
        .contains(Value.of("item4-4"));
  }

  @Test
  void theOwnModelsStudiesAreCompleteAndProposedToTheirFirstStudy() {
    var questionnaires = new Questionnaires();
    assertThat(Questionnaires.drafts()).hasSize(6);
    for (var draft : Questionnaires.drafts()) {
      var questionnaire = questionnaires.find(draft.questionnaire()).orElseThrow();
      var findings = new Findings();
      var file = AnswerFile.read(draft.file(), draft.system(), questionnaire, findings);
      assertThat(findings.kept()).as(draft.questionnaire()).isEmpty();
      assertThat(file.answers().open(questionnaire.elements())).as(draft.questionnaire()).isEmpty();
      assertThat(file.answers().shown(questionnaire)).isEqualTo(file.answers());
    }
    var reach = new SystemId("reach");
    as(TestSystem.AUTHOR);
    var study = studies.begin(reach, Questionnaires.IMPACT);
    // 2 informs + 1 investment + 2 with effort + 2 old data = 7 of 40: level I; 4 of 12 asked for.
    var score = study.score().orElseThrow();
    assertThat(score.raw()).isEqualTo(7);
    assertThat(score.mitigation()).isEqualTo(4);
    assertThat(score.reduced()).isFalse();
    assertThat(score.level()).isEqualTo(1);
    assertThat(studies.submit(study.id())).isEmpty();
    assertThat(evidence.current(reach, "study").orElseThrow().conclusion()).isEqualTo("level-1");
    // 3 recommends + 3 benefits + 3 vulnerable + 3 personal + 4 sensitive + 2 old = 18 of 40, less
    // 15 % for 13 of 12 asked for: level II.
    var card =
        studies.begin(new SystemId("transport-card"), Questionnaires.IMPACT).score().orElseThrow();
    assertThat(card.raw()).isEqualTo(18);
    assertThat(card.mitigation()).isEqualTo(13);
    assertThat(card.reduced()).isTrue();
    assertThat(card.level()).isEqualTo(2);
  }

  @Test
  void aScreeningIsEvidenceWithItsRiskClass() {
    var system = TestSystem.enter(register, "screened");
    as(TestSystem.AUTHOR);
    screenings.attach(system, Walk.of(trees.aiAct(), List.of("no")));
    assertThat(screenings.current(system, "screening").orElseThrow().risk())
        .contains(RiskClass.MINIMAL);
    screenings.attach(system, Walk.of(trees.aiAct(), List.of("yes", "no", "yes")));
    var state = screenings.current(system, "screening").orElseThrow();
    assertThat(state.risk()).contains(RiskClass.UNACCEPTABLE);
    assertThat(state.passed()).isFalse();
    assertThat(state.conclusion()).isEqualTo("prohibited");
    assertThatThrownBy(() -> screenings.attach(system, Walk.of(trees.aiAct(), List.of("yes"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
