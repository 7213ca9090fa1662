package eu.trama.city.algorithms.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Findings;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a definition and an answer file may hold, and what is said of the rest.
class QuestionnaireReaderTest {

  private static final String QUESTION =
      "{\"type\": \"radiogroup\", \"name\": \"a\", \"choices\": [\"x-1\", \"y-2\"]}";

  private static List<String> found(String definition) {
    var findings = new Findings();
    var _ =
        catchThrowableOfType(
            BadInput.class, () -> QuestionnaireReader.read(definition, "d.json", false, findings));
    return findings.kept().stream().map(Finding::code).distinct().toList();
  }

  private static String page(String elements) {
    return "{\"pages\": [{\"name\": \"p\", \"elements\": [" + elements + "]}]}";
  }

  @Test
  void ownQuestionnairesSpeakEveryLanguage() {
    assertThat(new Questionnaires().all())
        .extracting(Questionnaire::name)
        .containsExactly("data-protection", "fundamental-rights", "impact");
  }

  @Test
  void whatIsNotUnderstoodIsSaid() {
    assertThat(found(page(QUESTION))).isEmpty();
    assertThat(found(page(QUESTION + "," + QUESTION))).containsExactly("question-name");
    assertThat(found(page(QUESTION.replace("radiogroup", "matrix"))))
        .containsExactly("question-type");
    assertThat(found(page(QUESTION.replace("\"name\"", "\"hasOther\": true, \"name\""))))
        .containsExactly("unsupported");
    assertThat(found(page(QUESTION.replace("x-1", "x-0x1f")))).containsExactly("choice-score");
    assertThat(found(page(QUESTION.replace("x-1", "y-2")))).containsExactly("choice-twice");
    assertThat(
            found(page(QUESTION.replace("\"name\"", "\"visibleIf\": \"age({a}) > 3\", \"name\""))))
        .containsExactly("condition");
    assertThat(found(page(QUESTION.replace("\"name\"", "\"visibleIf\": \"{b} = 'x'\", \"name\""))))
        .containsExactly("unknown-question");
    assertThat(found("{\"clearInvisibleValues\": \"none\"," + page(QUESTION).substring(1)))
        .containsExactly("unsupported");
    assertThat(found("{}")).containsExactly("no-questions");
    assertThat(found("[1")).contains("json-syntax");
    assertThat(found("[1]")).contains("not-an-object");
    assertThat(found("[".repeat(100))).contains("json-syntax");
    assertThat(found("\"" + "x".repeat(4_000_001) + "\"")).contains("too-large");
    assertThat(found(page((QUESTION + ",").repeat(2_100) + QUESTION))).contains("too-many");
    assertThat(found(page("{\"type\": \"panel\", \"elements\": [".repeat(30))))
        .contains("json-syntax");
  }

  private static List<String> foundInAnswers(String data) {
    var questionnaire =
        QuestionnaireReader.read(
            page(
                QUESTION
                    + ", {\"type\": \"checkbox\", \"name\": \"b\", \"choices\": [\"u-1\"]},"
                    + "{\"type\": \"comment\", \"name\": \"c\"}"),
            "d.json",
            false,
            new Findings());
    var findings = new Findings();
    var _ =
        catchThrowableOfType(
            BadInput.class, () -> AnswerFile.read(data, "a.json", questionnaire, findings));
    return findings.kept().stream().map(Finding::code).distinct().toList();
  }

  @Test
  void answersThatDoNotFitAreRefused() {
    assertThat(foundInAnswers("{\"currentPage\": 7, \"data\": {\"a\": \"x-1\", \"b\": [\"u-1\"]}}"))
        .isEmpty();
    assertThat(foundInAnswers("{\"data\": \"{\\\"a\\\": \\\"x-1\\\"}\"}")).isEmpty();
    assertThat(foundInAnswers("{\"data\": {\"a\": \"z-9\"}}")).containsExactly("unknown-choice");
    assertThat(foundInAnswers("{\"data\": {\"a\": [\"x-1\"]}}")).containsExactly("answer-form");
    assertThat(foundInAnswers("{\"data\": {\"b\": \"u-1\"}}")).containsExactly("answer-form");
    assertThat(foundInAnswers("{\"data\": {\"old\": \"u-1\"}}"))
        .containsExactly("unknown-question");
    assertThat(foundInAnswers("{\"data\": {\"c\": \"" + "x".repeat(10_001) + "\"}}"))
        .containsExactly("answer-long");
    assertThat(foundInAnswers("{\"a\": 1}")).containsExactly("no-answers");
  }

  @Test
  void anAnswerFileIsWrittenAsItWasRead() {
    var impact = new Questionnaires().find(Questionnaires.IMPACT).orElseThrow();
    var random = new java.util.Random(3);
    for (int round = 0; round < 100; round++) {
      var answers = ImpactScoreTest.random(impact, random);
      int page = round % impact.sections().size();
      var again =
          AnswerFile.read(
              new AnswerFile(page, answers).write(impact), "a.json", impact, new Findings());
      assertThat(again.answers()).isEqualTo(answers);
      if (answers.shows(impact.sections().get(page))) {
        assertThat(again.page()).isEqualTo(page);
      }
    }
  }

  @Test
  void conditionsMeanWhatTheyMeanInSurveyJs() throws Exception {
    var answers =
        new Answers(
            java.util.Map.of(
                "One", Value.of("item1-3"),
                "many", Value.of(List.of("item2", "item6")),
                "number", Value.of("3")));
    for (String holds :
        List.of(
            "{one} = 'ITEM1-3'",
            "{one} = \"item1-3 \" and {many} contains 'item6'",
            "{many} contains [\"item6\"]",
            "{many} contains ['item6', 'item2']",
            "not-used empty".replace("not-used", "{none}"),
            "{none} = {other}",
            "{one} <> 'x' && !({one} empty)",
            "{many} notcontains 'item1'",
            "{none} notcontains 'item1'",
            "{many} anyof ['item1', 'item2']",
            "{one} anyof ['item1-3']",
            "{many} allof ['item2', 'item6']",
            "{many} = ['item6', 'item2']",
            "{number} = 3",
            "{one} contains 'item1'",
            "{none} notempty or {one} notempty and {number} != 4",
            "{ONE} *= 'm1'")) {
      assertThat(ConditionReader.read(holds).holds(answers.byQuestion())).as(holds).isTrue();
      assertThat(ConditionReader.read("!(" + holds + ")").holds(answers.byQuestion()))
          .as(holds)
          .isFalse();
    }
    for (String odd :
        List.of(
            "{a} > 3", "iif({a}, 1, 2)", "{a} + 1", "{a} =", "({a} = 1", "x", "{a} = 'x' 'y'")) {
      assertThat(
              catchThrowableOfType(ConditionReader.NotRead.class, () -> ConditionReader.read(odd)))
          .as(odd)
          .isNotNull();
    }
  }
}
