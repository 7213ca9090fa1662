package eu.trama.city.algorithms.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.algorithms.studies.Questionnaire.Counts;
import eu.trama.city.algorithms.studies.Questionnaire.Element;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Findings;
import eu.trama.city.twin.Json;
import eu.trama.city.web.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Each construct of the definition and of the answer files of Canada's Algorithmic Impact
/// Assessment, pinned with a definition of our own words. Read were `src/survey-enfr.json` of
/// canada-ca/aia-eia-js at commit 00bab1f3336f (version 0.9.1), `src/store.ts` up to version 1.0.1
/// and `src/components/ActionButtonBar.vue`.
public class CanadaFormatTest {

  private final Findings findings = new Findings();
  private final Questionnaire desk =
      QuestionnaireReader.read(definition(), "desk", false, findings);

  /// Our own, with every construct that occurs.
  public static String definition() {
    try (var file = CanadaFormatTest.class.getResourceAsStream("same-constructs.json")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Element asked(String name) {
    return desk.question(name).orElseThrow();
  }

  private AnswerFile file(String data, int page) {
    return AnswerFile.read(
        "{\"version\":\"v1.0.1\",\"currentPage\":%d,\"data\":%s,\"translationsOnResult\":{}}"
            .formatted(page, data),
        "answers.json",
        desk,
        findings);
  }

  private ImpactScore score(String data) {
    return ImpactScore.of(desk, file(data, 0).answers().shown(desk));
  }

  private boolean shown(String question, String data) {
    return file(data, 0).answers().shows(asked(question));
  }

  private List<String> codes() {
    return findings.kept().stream().map(Finding::code).distinct().toList();
  }

  @Test
  void theWholeIsReadAndOnlyItsLanguagesAreTold() {
    assertThat(findings.kept())
        .allSatisfy(f -> assertThat(f.code()).isEqualTo("language-missing"))
        .extracting(Finding::value)
        .containsExactly("ca", "es", "it");
    assertThat(desk.sections()).hasSize(6);
    assertThat(desk.startPage()).isTrue();
    // The tool's file has no title: the name stands for it, and for a page that has none.
    assertThat(desk.title().in(Language.CATALAN)).isEqualTo("desk");
    assertThat(desk.sections().getFirst().title().in(Language.CATALAN)).isEqualTo("desk");
    assertThat(desk.sections().getLast().title().in(Language.ITALIAN)).isEqualTo("Consultations");
  }

  @Test
  void onlyTheEndOfAQuestionsOwnNameOrOfItsPanelsCounts() {
    assertThat(asked("deskBranch-NS").counts()).isEqualTo(Counts.NOTHING);
    assertThat(asked("deskPhase").counts()).isEqualTo(Counts.NOTHING);
    assertThat(asked("without-it").counts()).isEqualTo(Counts.RISK);
    assertThat(asked("talksUse3").counts()).isEqualTo(Counts.MITIGATION);
    assertThat(asked("readersNeeds").scored()).isFalse();
  }

  @Test
  void maximaOfListsChoicesAndBoxes() {
    assertThat(asked("howMuchItHelps").highest()).isEqualTo(2);
    assertThat(asked("without-it").highest()).isEqualTo(5);
    assertThat(asked("deskReasons1").highest()).isZero();
    var none = score("{}");
    assertThat(none.highestRaw()).isEqualTo(2 + 5 + 3 + 4 + 3 + 3);
    assertThat(none.highestMitigation()).isEqualTo(10);
  }

  @Test
  void conditionsOfEveryFormThatOccurs() {
    // A box by a text and by a list; a single answer by a list; another case in the name.
    assertThat(shown("without-it-other", "{\"without-it\":[\"item1-3\",\"item6-0\"]}")).isTrue();
    assertThat(shown("without-it-other", "{\"without-it\":[\"item1-3\"]}")).isFalse();
    assertThat(shown("without-it-other", "{}")).isFalse();
    assertThat(shown("deskReasons2", "{\"deskReasons1\":[\"item6\"]}")).isTrue();
    assertThat(shown("deskData10", "{\"deskData1\":\"item1-4\"}")).isTrue();
    assertThat(shown("deskData10", "{\"deskData1\":\"item2-0\"}")).isFalse();
    assertThat(shown("deskbarrier6", "{\"deskBarrier5\":\"item1-3\"}")).isTrue();
    assertThat(shown("talksDesign2", "{\"deskPhase\":\"item1\",\"talksDesign1\":\"item1-3\"}"))
        .isTrue();
    assertThat(shown("talksDesign2", "{\"deskPhase\":\"item2\",\"talksDesign1\":\"item1-3\"}"))
        .as("the page around it is not shown")
        .isFalse();
  }

  @Test
  void textsAreTakenOutOfTheirMarkupAndHelpIsAHint() {
    var hello = desk.sections().getFirst().elements().getFirst();
    assertThat(hello.title().in(Language.CATALAN))
        .isEqualTo(
            "Lending desk\nWhat may a desk that lends by itself do to readers?\nAsk us & see.");
    assertThat(asked("deskData1").hint().in(Language.ENGLISH))
        .isEqualTo("Anything that names a reader.\nA card number does.");
    assertThat(asked("deskRespondent").hint().in(Language.ENGLISH))
        .isEqualTo("The person who fills this in.");
    assertThat(asked("talksDesign2").choices().getFirst().text().in(Language.SPANISH))
        .isEqualTo("Communications");
    assertThat(asked("deskBranch-NS").sorted()).isTrue();
    assertThat(asked("deskBranch-NS").choice("001").orElseThrow().score()).isZero();
  }

  @Test
  void pagesAreCountedAsTheToolCountsThem() {
    // Shown with phase 1: details, reasons, data, consultations in design; the greeting never.
    assertThat(file("{\"deskPhase\":\"item1\"}", 0).page()).isEqualTo(1);
    assertThat(file("{\"deskPhase\":\"item1\"}", 3).page()).isEqualTo(4);
    assertThat(file("{\"deskPhase\":\"item2\"}", 3).page()).isEqualTo(5);
    assertThat(file("{\"deskPhase\":\"item2\"}", 99).page()).isEqualTo(5);
    assertThat(file("{}", 12).page()).isEqualTo(3);
    var written = Json.read(file("{\"deskPhase\":\"item2\"}", 3).write(desk));
    assertThat(written.path("currentPage").asInt()).isEqualTo(3);
    assertThat(written.path("data").path("deskPhase").asString()).isEqualTo("item2");
    assertThat(written.propertyNames())
        .containsExactlyInAnyOrder("version", "currentPage", "data", "translationsOnResult");
  }

  @Test
  void anAnswerFileOfTheToolIsScored() {
    var score =
        score(
            """
            {"deskRespondent": "R.", "deskBranch-NS": "010", "deskPhase": "item2",
             "howMuchItHelps": "item1-2", "without-it": ["item2-2", "item6-0"],
             "without-it-other": "Less.", "deskBarrier5": "item1-3", "deskData1": "item1-4",
             "deskData9": "item1-0", "deskType1": "item1", "deskType2": ["item1-1"],
             "talksDesign1": "item1-3", "talksUse1": "item1-3", "talksUse3": "item2-0"}
            """);
    // 2 + 2 + 3 + 4 + 1 = 12; what was said of the other phase is dropped; enough is 4.
    assertThat(score.raw()).isEqualTo(12);
    assertThat(score.mitigation()).isEqualTo(3);
    assertThat(score.reduced()).isFalse();
    assertThat(score.level()).isEqualTo(3);
    assertThat(codes()).contains("other-version").doesNotContain("unknown-question");
  }

  @Test
  void translationsAreToldAndLeftOut() {
    var read =
        AnswerFile.read(
            "{\"data\":{\"deskRespondent\":\"I\"},\"translationsOnResult\":{\"deskRespondent\":\"J\"}}",
            "a",
            desk,
            findings);
    assertThat(codes()).contains("translations-left-out");
    assertThat(read.answers().byQuestion()).containsOnlyKeys("deskRespondent");
  }

  @Test
  void whatTheToolMovesFromOlderFilesMovesHereToo() {
    var newer =
        QuestionnaireReader.read(
            """
            {"pages": [{"name": "p", "elements": [
              {"type": "checkbox", "name": "aboutSystem1", "choices": ["item1", "item6"]},
              {"type": "comment", "name": "decisionSector3"}]}]}
            """,
            "newer",
            false,
            findings);
    var moved =
        AnswerFile.read(
            "{\"data\":{\"aboutSystem1\":[\"item1\",\"item6-1\"],\"impact4\":\"All.\"}}",
            "a",
            newer,
            findings);
    assertThat(moved.answers().to("aboutSystem1")).contains(Value.of(List.of("item1", "item6")));
    assertThat(moved.answers().to("decisionSector3")).contains(Value.of("All."));
  }

  @Test
  void whatWouldHideOrAddAnAnswerUnseenIsKnownOrRefused() {
    var hidden =
        QuestionnaireReader.read(
            """
            {"elements": [{"type": "panel", "name": "a-RS", "visible": false, "elements": [
              {"type": "radiogroup", "name": "a", "choices": ["x-1", "none", "none"]}]}]}
            """,
            "hidden",
            false,
            findings);
    assertThat(Answers.NONE.shows(hidden.question("a").orElseThrow())).isFalse();
    assertThat(codes()).contains("choice-twice");
    for (String wrong :
        List.of(
            "\"name\": \"go\"",
            "\"name\": \"a b\"",
            "\"name\": \"a\", \"hasNone\": true",
            "\"name\": \"a\", \"rateValues\": [1], \"type\": \"rating\"")) {
      assertThatThrownBy(() ->
              QuestionnaireReader.read(
                  "{\"elements\":[{\"type\":\"radiogroup\",\"choices\":[\"x-1\"]," + wrong + "}]}",
                  "w",
                  false,
                  new Findings()))
          .as(wrong)
          .isInstanceOf(eu.trama.city.twin.BadInput.class);
    }
  }
}
