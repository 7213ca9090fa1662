package eu.trama.city.algorithms.stages;

import static eu.trama.city.algorithms.stages.Workshop.AUDITOR;
import static eu.trama.city.algorithms.stages.Workshop.BUYER;
import static eu.trama.city.algorithms.stages.Workshop.CASEWORKER;
import static eu.trama.city.algorithms.stages.Workshop.NOON;
import static eu.trama.city.algorithms.stages.Workshop.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.algorithms.stages.Refusal.Reason;
import eu.trama.city.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The way of one system through its stages, with the protocol of the packs.
class LifeCycleTest {

  private static Reason why(Refusal refusal) {
    return refusal.reason();
  }

  private static Optional<Reason> run(Workshop here, String code) {
    return here.lifeCycle.mayRun(here.dossier, code, here.world()).map(Refusal::reason);
  }

  @ParameterizedTest
  @EnumSource(names = {"MINIMAL", "LIMITED", "HIGH"})
  void aSystemThatPassedEveryGateMayRun(RiskClass risk) {
    var here = Workshop.inOperation(risk);
    assertThat(here.dossier.stage()).isEqualTo(Stage.OPERATION);
    assertThat(here.dossier.risk()).contains(risk);
    assertThat(run(here, "code-1")).isEmpty();
    assertThat(here.dossier.team()).containsExactlyInAnyOrder("buyer", "owner");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accuracy",
        "fairness",
        "impact-study",
        "council-opinion",
        "register-entry",
        "notice",
        "explanation-path",
        "objection-path"
      })
  void eachGateBeforeOperationStopsItAndIsNamed(String gate) {
    var here = Workshop.atValidation(RiskClass.HIGH);
    for (Gate each : here.lifeCycle.protocol().way(Origin.BOUGHT)) {
      if (!each.id().equals(gate)) {
        Actor signer =
            switch (each.signer()) {
              case AUDITOR -> AUDITOR;
              case PROCUREMENT -> BUYER;
              case CASEWORKER -> CASEWORKER;
              default -> OWNER;
            };
        here.signs(signer, each.id());
      }
    }
    assertThat(here.refused(OWNER, new Action.Advance(Stage.OPERATION)))
        .isEqualTo(new Refusal(Reason.GATE_UNSIGNED, gate));
    assertThat(here.lifeCycle.mayRun(here.dossier, "code-1", here.world()))
        .contains(new Refusal(Reason.GATE_UNSIGNED, gate));
  }

  @Test
  void whatIsNotHighRiskNeedsNeitherStudyNorCouncil() {
    var here = Workshop.atValidation(RiskClass.LIMITED);
    here.signs(AUDITOR, "accuracy", "fairness");
    here.signs(BUYER, "register-entry");
    here.signs(OWNER, "notice");
    here.signs(CASEWORKER, "explanation-path", "objection-path");
    here.must(OWNER, new Action.Advance(Stage.OPERATION));
    assertThat(run(here, "code-1")).isEmpty();
  }

  @Test
  void whatIsAboutAreasNeedsNoExplanationToAPerson() {
    var here = new Workshop();
    here.must(OWNER, new Action.Describe(Origin.PLATFORM, false));
    here.say("screening", "owner", true, Optional.of(RiskClass.MINIMAL));
    here.say("register", "", true, Optional.empty());
    here.signs(BUYER, "risk-class");
    here.signs(AUDITOR, "prohibited");
    here.must(OWNER, new Action.Advance(Stage.DESIGN));
    here.signs(OWNER, "oversight-design", "data-minimised");
    here.must(Actor.MACHINE, new Action.Renew("code-1", "1"));
    here.must(OWNER, new Action.Advance(Stage.VALIDATION));
    here.signs(AUDITOR, "accuracy", "fairness");
    here.signs(BUYER, "register-entry");
    here.must(OWNER, new Action.Advance(Stage.OPERATION));
    assertThat(run(here, "code-1")).isEmpty();
    var notice = here.lifeCycle.protocol().gate("notice").orElseThrow();
    assertThat(here.lifeCycle.stands(notice, here.dossier)).isFalse();
    assertThat(here.dossier.team()).containsExactly("owner");
  }

  @Test
  void beforeTheClassIsKnownEveryGateStands() {
    var study = Workshop.protocol().gate("impact-study").orElseThrow();
    assertThat(new Workshop().lifeCycle.stands(study, Dossier.NEW)).isTrue();
  }

  @Test
  void prohibitedPracticesEndIt() {
    var here = Workshop.inOperation(RiskClass.HIGH);
    assertThat(here.lifeCycle.rejection(here.dossier, here.world())).isEmpty();
    here.say("screening", "owner", false, Optional.of(RiskClass.UNACCEPTABLE));
    assertThat(run(here, "code-1")).contains(Reason.PROHIBITED);
    var fact = here.lifeCycle.rejection(here.dossier, here.world()).orElseThrow();
    assertThat(fact).isEqualTo(new Fact.Moved(Stage.OPERATION, Stage.REJECTED));
    here.dossier = here.dossier.after(fact);
    assertThat(here.lifeCycle.rejection(here.dossier, here.world())).isEmpty();
    here.sources.remove("screening");
    assertThat(run(here, "code-1")).contains(Reason.PROHIBITED);
    assertThat(why(here.refused(AUDITOR, new Action.Suspend("x")))).isEqualTo(Reason.OVER);
    assertThat(why(here.refused(OWNER, new Action.Advance(Stage.NEED)))).isEqualTo(Reason.OVER);
  }

  @ParameterizedTest
  @CsvSource({
    "risk-class, planner",
    "prohibited, procurement",
    "accuracy, planner",
    "impact-study, auditor",
    "notice, auditor",
    "objection-path, planner"
  })
  void onlyTheRoleOfTheGateSigns(String gate, String role) {
    var here = Workshop.atValidation(RiskClass.HIGH);
    var other = new Actor("other", Set.of(Role.ofKey(role).orElseThrow()));
    assertThat(here.refused(other, here.sign(gate, other)))
        .isEqualTo(new Refusal(Reason.ROLE, gate));
  }

  /// One person with both roles is still one person.
  @Test
  void whoIsOfTheTeamDoesNotAuditIt() {
    var here = Workshop.atValidation(RiskClass.HIGH);
    var both = new Actor("owner", Set.of(Role.PLANNER, Role.AUDITOR));
    assertThat(why(here.refused(both, here.sign("accuracy", both)))).isEqualTo(Reason.TEAM_SIGNS);
    here.must(AUDITOR, new Action.Suspend("Looked odd"));
    assertThat(why(here.refused(both, new Action.Resume("Fine")))).isEqualTo(Reason.TEAM_SIGNS);
  }

  @Test
  void theStudyIsMadeOutsideTheTeamAndSignedBySomebodyElse() {
    var here = Workshop.atValidation(RiskClass.HIGH);
    here.say("study", "scholar owner", true, Optional.empty());
    assertThat(why(here.refused(BUYER, here.sign("impact-study", BUYER))))
        .isEqualTo(Reason.TEAM_MADE);
    var maker = new Actor("scholar", Set.of(Role.PROCUREMENT));
    here.say("study", "scholar", true, Optional.empty());
    assertThat(why(here.refused(maker, here.sign("impact-study", maker))))
        .isEqualTo(Reason.OWN_EVIDENCE);
    here.signs(BUYER, "impact-study");
  }

  @Test
  void whoJoinsTheTeamLaterUndoesWhatTheyMadeAndSigned() {
    var here = Workshop.inOperation(RiskClass.HIGH);
    here.must(new Actor("scholar", Set.of(Role.PLANNER)), new Action.Describe(Origin.BOUGHT, true));
    assertThat(here.lifeCycle.mayRun(here.dossier, "code-1", here.world()))
        .contains(new Refusal(Reason.GATE_OF_TEAM, "impact-study"));
    var there = Workshop.inOperation(RiskClass.LIMITED);
    there.must(
        new Actor("auditor", Set.of(Role.PROCUREMENT)), new Action.Describe(Origin.BOUGHT, true));
    assertThat(there.lifeCycle.mayRun(there.dossier, "code-1", there.world()))
        .contains(new Refusal(Reason.GATE_OF_TEAM, "prohibited"));
  }

  @Test
  void evidenceOfASourceIsNotTypedIn() {
    var here = Workshop.atValidation(RiskClass.HIGH);
    var made = new Evidence("study", "Mine", "", "00", Set.of("scholar"), true, Optional.empty());
    assertThat(why(here.refused(BUYER, new Action.Sign("impact-study", made))))
        .isEqualTo(Reason.NO_EVIDENCE);
    here.sources.remove("study");
    assertThat(why(here.refused(BUYER, new Action.Sign("impact-study", made))))
        .isEqualTo(Reason.NO_EVIDENCE);
    var other = here.evidence("document", BUYER);
    assertThat(why(here.refused(BUYER, new Action.Sign("impact-study", other))))
        .isEqualTo(Reason.NO_EVIDENCE);
    assertThat(why(here.refused(BUYER, new Action.Sign("no-such-gate", other))))
        .isEqualTo(Reason.NO_GATE);
  }

  @Test
  void evidenceThatFailedIsNotSigned() {
    var here = Workshop.atValidation(RiskClass.HIGH);
    here.say("council", "ada", false, Optional.empty());
    assertThat(why(here.refused(AUDITOR, here.sign("council-opinion", AUDITOR))))
        .isEqualTo(Reason.EVIDENCE_FAILED);
  }

  @Test
  void evidenceThatChangesOrGoesClosesItsGate() {
    var here = Workshop.inOperation(RiskClass.HIGH);
    here.now = NOON.plusSeconds(60);
    here.say("study", "scholar", true, Optional.empty());
    assertThat(here.lifeCycle.mayRun(here.dossier, "code-1", here.world()))
        .contains(new Refusal(Reason.GATE_EVIDENCE_CHANGED, "impact-study"));
    here.signs(BUYER, "impact-study");
    assertThat(run(here, "code-1")).isEmpty();
    var said = java.util.Objects.requireNonNull(here.sources.get("study"));
    here.sources.put(
        "study",
        new eu.trama.city.algorithms.EvidenceState(
            said.madeBy(), said.hash(), false, said.risk(), "", said.at(), ""));
    assertThat(run(here, "code-1")).contains(Reason.GATE_EVIDENCE_CHANGED);
    here.sources.remove("study");
    assertThat(run(here, "code-1")).contains(Reason.GATE_EVIDENCE_CHANGED);
  }

  @Test
  void aHigherClassBringsTheGatesOfThatClass() {
    var here = Workshop.atValidation(RiskClass.LIMITED);
    here.signs(AUDITOR, "accuracy", "fairness");
    here.signs(BUYER, "register-entry");
    here.signs(OWNER, "notice");
    here.signs(CASEWORKER, "explanation-path", "objection-path");
    here.must(OWNER, new Action.Advance(Stage.OPERATION));
    here.say("screening", "owner", true, Optional.of(RiskClass.HIGH));
    assertThat(run(here, "code-1")).contains(Reason.GATE_EVIDENCE_CHANGED);
    here.signs(BUYER, "risk-class");
    here.signs(AUDITOR, "prohibited");
    assertThat(here.lifeCycle.mayRun(here.dossier, "code-1", here.world()))
        .contains(new Refusal(Reason.GATE_UNSIGNED, "impact-study"));
  }

  @Test
  void otherCodeDoesNotRun() {
    var here = Workshop.inOperation(RiskClass.HIGH);
    assertThat(run(here, "code-2")).contains(Reason.CODE_CHANGED);
  }

  @Test
  void aNewVersionGoesThroughValidationAgain() {
    var here = Workshop.inOperation(RiskClass.HIGH);
    here.now = NOON.plusSeconds(3600);
    here.must(OWNER, new Action.Renew("code-2", "2"));
    assertThat(here.dossier.stage()).isEqualTo(Stage.CHANGE);
    assertThat(run(here, "code-2")).contains(Reason.GATE_OTHER_VERSION);
    assertThat(here.refused(OWNER, new Action.Advance(Stage.VALIDATION)))
        .isEqualTo(new Refusal(Reason.GATE_UNSIGNED, "change-note"));
    here.signs(OWNER, "change-note");
    here.must(OWNER, new Action.Advance(Stage.VALIDATION));
    here.signs(AUDITOR, "accuracy", "fairness");
    // The study and the opinion are about the code that was.
    assertThat(why(here.refused(BUYER, here.sign("impact-study", BUYER))))
        .isEqualTo(Reason.EVIDENCE_OLDER);
    here.say("study", "scholar", true, Optional.empty());
    here.say("council", "ada ben", true, Optional.empty());
    here.signs(BUYER, "impact-study");
    here.signs(AUDITOR, "council-opinion");
    here.must(OWNER, new Action.Advance(Stage.OPERATION));
    assertThat(run(here, "code-2")).isEmpty();
  }

  @Test
  void theSameVersionAgainChangesNothing() {
    var here = Workshop.inOperation(RiskClass.HIGH);
    here.now = NOON.plusSeconds(3600);
    here.must(OWNER, new Action.Renew("code-1", "1"));
    assertThat(here.dossier.stage()).isEqualTo(Stage.OPERATION);
    assertThat(here.dossier.versionSince()).isEqualTo(NOON);
    assertThat(why(here.refused(OWNER, new Action.Renew(" ", "1")))).isEqualTo(Reason.NO_VERSION);
    assertThat(why(here.refused(AUDITOR, new Action.Renew("code-2", "2")))).isEqualTo(Reason.ROLE);
  }

  @Test
  void aGateOfTheVersionWaitsForOne() {
    var here = new Workshop();
    assertThat(why(here.refused(AUDITOR, here.sign("accuracy", AUDITOR))))
        .isEqualTo(Reason.NO_VERSION);
  }

  @Test
  void anAuditorStopsItAndAnAuditorLetsItGoOn() {
    var here = Workshop.inOperation(RiskClass.HIGH);
    assertThat(why(here.refused(AUDITOR, new Action.Suspend(" ")))).isEqualTo(Reason.NO_REASON);
    assertThat(why(here.refused(BUYER, new Action.Suspend("x")))).isEqualTo(Reason.ROLE);
    assertThat(why(here.refused(AUDITOR, new Action.Resume("x")))).isEqualTo(Reason.NOT_SUSPENDED);
    here.must(AUDITOR, new Action.Suspend("Complaints"));
    assertThat(run(here, "code-1")).contains(Reason.SUSPENDED);
    here.signs(OWNER, "monitoring-plan");
    assertThat(why(here.refused(OWNER, new Action.Advance(Stage.MONITORING))))
        .isEqualTo(Reason.SUSPENDED);
    assertThat(why(here.refused(OWNER, new Action.Resume("x")))).isEqualTo(Reason.ROLE);
    assertThat(why(here.refused(AUDITOR, new Action.Resume("")))).isEqualTo(Reason.NO_REASON);
    here.must(AUDITOR, new Action.Resume("Mended"));
    assertThat(run(here, "code-1")).isEmpty();
    here.must(OWNER, new Action.Suspend("Stopped by its owner"));
    assertThat(run(here, "code-1")).contains(Reason.SUSPENDED);
  }

  @Test
  void theMachinesSuspensionEndsWithValidationAndAPersonsDoesNot() {
    var byCode = new Fact.Suspended(Fact.Cause.CODE, "code-9");
    var byHand = new Fact.Suspended(Fact.Cause.PERSON, "no");
    var byFigure = new Fact.Suspended(Fact.Cause.THRESHOLD, "psi");
    var moved = new Fact.Moved(Stage.VALIDATION, Stage.OPERATION);
    assertThat(Dossier.of(List.of(byCode, moved)).suspension()).isEmpty();
    assertThat(Dossier.of(List.of(byHand, moved)).suspension()).contains(byHand);
    assertThat(Dossier.of(List.of(byFigure, moved)).suspension()).contains(byFigure);
    assertThat(Dossier.of(List.of(byCode, byFigure)).suspension()).contains(byFigure);
    assertThat(Dossier.of(List.of(byHand, byFigure)).suspension()).contains(byHand);
    assertThat(Dossier.of(List.of(byHand, byCode)).suspension()).contains(byHand);
    assertThat(Dossier.of(List.of(byCode, byHand)).suspension()).contains(byHand);
    assertThat(Dossier.of(List.of(byCode, new Fact.Moved(Stage.CHANGE, Stage.VALIDATION))))
        .extracting(d -> d.suspension().isPresent())
        .isEqualTo(true);
    var here = Workshop.atValidation(RiskClass.HIGH);
    here.dossier = here.dossier.after(byCode);
    here.validate();
    here.must(OWNER, new Action.Advance(Stage.OPERATION));
    assertThat(run(here, "code-1")).isEmpty();
  }

  @Test
  void aBrokenThresholdStopsWhatRunsUntilAnAuditorLiftsIt() {
    var here = Workshop.atValidation(RiskClass.HIGH);
    assertThat(here.lifeCycle.alarm(here.dossier, "psi")).isEmpty();
    here = Workshop.inOperation(RiskClass.HIGH);
    here.dossier = here.dossier.after(here.lifeCycle.alarm(here.dossier, "psi").orElseThrow());
    assertThat(run(here, "code-1")).contains(Reason.THRESHOLD);
    assertThat(here.lifeCycle.alarm(here.dossier, "ks")).isEmpty();
    here.signs(OWNER, "monitoring-plan");
    assertThat(why(here.refused(OWNER, new Action.Advance(Stage.MONITORING))))
        .isEqualTo(Reason.SUSPENDED);
    here.must(AUDITOR, new Action.Resume("Mended"));
    assertThat(run(here, "code-1")).isEmpty();
  }

  @Test
  void monitoringIsReviewedBeforeItGoesOn() {
    var here = Workshop.inOperation(RiskClass.HIGH);
    here.signs(OWNER, "monitoring-plan");
    here.must(OWNER, new Action.Advance(Stage.MONITORING));
    assertThat(run(here, "code-1")).isEmpty();
    assertThat(here.refused(OWNER, new Action.Advance(Stage.OPERATION)).gate())
        .isEqualTo("drift-review");
    // Nobody signs without figures.
    assertThat(why(here.refused(AUDITOR, here.sign("drift-review", AUDITOR))))
        .isEqualTo(Reason.NO_EVIDENCE);
    here.say("monitoring", "platform", false, Optional.empty());
    assertThat(why(here.refused(AUDITOR, here.sign("drift-review", AUDITOR))))
        .isEqualTo(Reason.EVIDENCE_FAILED);
    here.say("monitoring", "platform", true, Optional.empty());
    here.say("incidents", "platform", true, Optional.empty());
    here.signs(AUDITOR, "drift-review", "incident-review");
    here.must(OWNER, new Action.Advance(Stage.OPERATION));
  }

  @Test
  void withdrawalKeepsArchiveLogsAndTombstone() {
    var here = Workshop.inOperation(RiskClass.HIGH);
    here.signs(OWNER, "archive");
    here.signs(AUDITOR, "log-retention");
    assertThat(here.refused(OWNER, new Action.Advance(Stage.WITHDRAWAL)).gate())
        .isEqualTo("tombstone");
    here.signs(BUYER, "tombstone");
    here.must(BUYER, new Action.Advance(Stage.WITHDRAWAL));
    assertThat(why(here.refused(OWNER, new Action.Describe(Origin.BOUGHT, true))))
        .isEqualTo(Reason.OVER);
    assertThat(run(here, "code-1")).contains(Reason.NOT_LIVE);
  }

  @Test
  void onlyTheWaysOfTheProtocolLeadOn() {
    var here = new Workshop();
    assertThat(why(here.refused(BUYER, new Action.Advance(Stage.OPERATION))))
        .isEqualTo(Reason.NO_WAY);
    assertThat(why(here.refused(BUYER, new Action.Advance(Stage.DESIGN)))).isEqualTo(Reason.NO_WAY);
    assertThat(why(here.refused(AUDITOR, new Action.Advance(Stage.TENDER)))).isEqualTo(Reason.ROLE);
    assertThat(here.lifeCycle.protocol().from(Stage.NEED, Origin.BUILT))
        .extracting(Transition::to)
        .containsExactlyInAnyOrder(Stage.DESIGN, Stage.WITHDRAWAL);
  }

  @Test
  void whatASystemIsIsSaidAtItsNeedAndByItsTeam() {
    var here = new Workshop();
    assertThat(why(here.refused(AUDITOR, new Action.Describe(Origin.BUILT, false))))
        .isEqualTo(Reason.ROLE);
    here.must(OWNER, new Action.Describe(Origin.BUILT, false));
    here.must(BUYER, new Action.Describe(Origin.BOUGHT, true));
    var later = Workshop.atValidation(RiskClass.HIGH);
    assertThat(why(later.refused(OWNER, new Action.Describe(Origin.BOUGHT, false))))
        .isEqualTo(Reason.FIXED);
    assertThat(why(later.refused(OWNER, new Action.Describe(Origin.BUILT, true))))
        .isEqualTo(Reason.FIXED);
    later.must(OWNER, new Action.Describe(Origin.BOUGHT, true));
  }

  @Test
  void aFaultyProtocolIsNotRead() throws IOException {
    String good = Files.readString(Workshop.FILE);
    record Fault(String from, String to, String says) {}
    for (Fault fault :
        List.of(
            new Fault("signer: auditor", "signer: juror", "unknown word juror"),
            new Fault("gates: [change-note]", "gates: [changes]", "unknown word changes"),
            new Fault("gates: [change-note]", "gates: []", "stands on no transition"),
            new Fault("    law: \"Reg", "    lew: \"Reg", "lacks law"),
            new Fault("risks: [high]", "risks: [awful]", "unknown word awful"),
            new Fault("from: tender", "from: tendre", "unknown word tendre"),
            new Fault("      it: \"Acc", "      fr: \"Acc", "must be told"),
            new Fault("to: operation", "to: design", "no way to operation"),
            new Fault("gates:\n", "gotes:\n", "must hold names and values"))) {
      assertThatThrownBy(() -> ProtocolReader.read(good.replace(fault.from(), fault.to())))
          .as(fault.toString())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(fault.says());
    }
    assertThatThrownBy(() -> ProtocolReader.read("- a list"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
