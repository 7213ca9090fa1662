package eu.trama.city.algorithms.studies;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.algorithms.studies.Questionnaire.Element;
import eu.trama.city.algorithms.studies.Questionnaire.Kind;
import eu.trama.city.twin.Findings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Scores by hand and in general, on a questionnaire small enough for paper:
///
/// | question | counts | answers |
/// |---|---|---|
/// | `a` (one of) | risk | 1, 4, 0 |
/// | `b` (several) | risk, by its own name | 1, 2, 3 |
/// | `c` (one of) | nothing, by its own name | 9 |
/// | `d` (list) | risk, shown with `b` | 0, 10 |
/// | `design`, `use` (one of) | mitigation | 5, 2, 0 |
///
/// Highest raw score 4 + 6 + 10 = 20, highest mitigation 5 + 5 = 10, enough is 0.8 × 5 = 4.
class ImpactScoreTest {

  private static final Questionnaire SMALL =
      read(
          """
          {"pages": [
            {"name": "risk", "elements": [{"type": "panel", "name": "p-RS", "elements": [
              {"type": "radiogroup", "name": "a", "choices": ["item1-1", "item2-4", "item3-0"]},
              {"type": "radiogroup", "name": "c-NS", "choices": ["item1-9"]},
              {"type": "dropdown", "name": "d", "visibleIf": "{b-RS} notempty",
               "choices": [{"value": "item1-0"}, {"value": "item-2-10"}]},
              {"type": "comment", "name": "why"}]}]},
            {"name": "more", "elements": [
              {"type": "checkbox", "name": "b-RS", "choices": ["x-1", "y-2", "z-3", "none"]}]},
            {"name": "against-MS", "elements": [
              {"type": "radiogroup", "name": "design", "choices": ["i-5", "j-2", "k-0"]},
              {"type": "radiogroup", "name": "use", "choices": ["i-5", "j-2", "k-0"]},
              {"type": "panel", "name": "inner", "elements": [
                {"type": "radiogroup", "name": "unscored", "choices": ["i-7"]}]}]}]}
          """);

  private static Questionnaire read(String definition) {
    return QuestionnaireReader.read(definition, "small", false, new Findings());
  }

  private static Answers answers(Object... pairs) {
    var map = new HashMap<String, Value>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(
          pairs[i].toString(),
          pairs[i + 1] instanceof List<?> list
              ? Value.of(list.stream().map(Object::toString).toList())
              : Value.of(pairs[i + 1].toString()));
    }
    return new Answers(map);
  }

  private static ImpactScore score(Object... pairs) {
    return ImpactScore.of(SMALL, answers(pairs).shown(SMALL));
  }

  @Test
  void nothingAnsweredIsLevelOne() {
    assertThat(score()).isEqualTo(new ImpactScore(0, 20, 0, 10, false, 0, 1, List.of()));
  }

  @Test
  void onlyTheDirectSurroundingsTellWhatAnswersCountFor() {
    var score = score("a", "item2-4", "c-NS", "item1-9", "unscored", "i-7", "why", "item9-9");
    assertThat(score.raw()).isEqualTo(4);
    assertThat(score.mitigation()).isZero();
  }

  @Test
  void theLastHyphenCounts() {
    assertThat(score("b-RS", List.of("x-1"), "d", "item-2-10").raw()).isEqualTo(11);
  }

  @Test
  void halvesRoundUpwards() {
    // 4 + 6 = 10, less 15 % is 8.5.
    var score = score("a", "item2-4", "b-RS", List.of("x-1", "y-2", "z-3"), "design", "i-5");
    assertThat(score.reduced()).isTrue();
    assertThat(score.total()).isEqualTo(9);
    assertThat(score.level()).isEqualTo(2);
  }

  @Test
  void enoughIsFourFifthsOfOnePhase() {
    assertThat(score("design", "j-2").reduced()).isFalse();
    assertThat(score("design", "j-2", "use", "j-2").reduced()).isTrue();
    assertThat(score("design", "i-5").enough()).isEqualTo(4);
  }

  @Test
  void aBorderBelongsToTheLowerLevel() {
    assertThat(score("a", "item2-4", "b-RS", List.of("x-1")).level()).isEqualTo(1); // 5 of 20
    assertThat(score("a", "item2-4", "b-RS", List.of("y-2")).level()).isEqualTo(2); // 6
    assertThat(score("b-RS", List.of("none"), "d", "item-2-10").level()).isEqualTo(2); // 10
    assertThat(score("b-RS", List.of("x-1"), "d", "item-2-10").level()).isEqualTo(3); // 11
    assertThat(score("a", "item1-1", "b-RS", List.of("x-1", "z-3"), "d", "item-2-10").level())
        .isEqualTo(3); // 15
    assertThat(score("a", "item1-1", "b-RS", List.of("y-2", "z-3"), "d", "item-2-10").level())
        .isEqualTo(4); // 16
  }

  @Test
  void whatIsNotShownCountsForTheMaximumOnly() {
    var score = score("a", "item1-1", "d", "item-2-10");
    assertThat(score.raw()).isEqualTo(1);
    assertThat(score.highestRaw()).isEqualTo(20);
  }

  @Test
  void withoutMitigationQuestionsTheReductionHoldsAsInTheOriginal() {
    var bare =
        read(
            """
            {"pages": [{"name": "x-RS", "elements": [
              {"type": "radiogroup", "name": "a", "choices": ["i-10", "j-0"]}]}]}
            """);
    assertThat(ImpactScore.of(bare, answers("a", "i-10")).total()).isEqualTo(9);
  }

  @Test
  void theImpactStudyOfTheCityByHand() {
    var impact = new Questionnaires().find(Questionnaires.IMPACT).orElseThrow();
    // Decision 4 + (3+3+4+1) + 3 + 4 = 22, data 3 + 4 + 2 = 9, method 9; each phase 15.
    var none = ImpactScore.of(impact, Answers.NONE);
    assertThat(none.highestRaw()).isEqualTo(40);
    assertThat(none.highestMitigation()).isEqualTo(30);
    assertThat(none.enough()).isEqualTo(12);
    // 3 recommends, 3 money, 3 vulnerable, 2 effort, 3 personal: 14; all but the tests: 13 >= 12.
    var answers =
        answers(
            "phase", "item1",
            "decides", "item3-3",
            "stakes", List.of("item1-3"),
            "vulnerable", "item1-3",
            "undo", "item2-2",
            "personal", "item1-3",
            "sensitive", "item2-0",
            "designPeople", "item1-2",
            "designTests", "item2-0",
            "designGroups", "item1-3",
            "designReasons", "item1-3",
            "designObjection", "item1-3",
            "designLog", "item1-2",
            "operationLog", "item1-2");
    var score = ImpactScore.of(impact, answers.shown(impact));
    assertThat(score.raw()).isEqualTo(14);
    assertThat(score.mitigation()).isEqualTo(13);
    assertThat(score.reduced()).isTrue();
    assertThat(score.total()).isEqualTo(12); // 14 × 0.85 = 11.9
    assertThat(score.level()).isEqualTo(2);
  }

  @Test
  void eachAnswerRaisesTheScoreByItsValue() {
    var random = new Random(7);
    for (var questionnaire : new Questionnaires().all()) {
      for (int round = 0; round < 200; round++) {
        var answers = random(questionnaire, random);
        var score = ImpactScore.of(questionnaire, answers);
        double raw = 0;
        double mitigation = 0;
        for (var part : score.parts()) {
          assertThat(part.value()).isBetween(0.0, part.highest());
          raw += part.counts() == Questionnaire.Counts.RISK ? part.value() : 0;
          mitigation += part.counts() == Questionnaire.Counts.MITIGATION ? part.value() : 0;
        }
        assertThat(score.raw()).isEqualTo(raw).isBetween(0.0, score.highestRaw());
        assertThat(score.mitigation())
            .isEqualTo(mitigation)
            .isBetween(0.0, score.highestMitigation());
        assertThat(score.level()).isBetween(1, 4);
        assertThat(score.total()).isLessThanOrEqualTo(score.raw());
        monotone(questionnaire, answers, score);
      }
    }
  }

  /// A riskier answer in the place of another never lowers the level.
  private static void monotone(Questionnaire questionnaire, Answers answers, ImpactScore score) {
    for (Element element : questionnaire.elements()) {
      if (element.scored() && element.counts() == Questionnaire.Counts.RISK) {
        var worst =
            element.choices().stream()
                .max(java.util.Comparator.comparingDouble(Questionnaire.Choice::score))
                .orElseThrow();
        var worse =
            element.kind() == Kind.CHECKBOX
                ? Value.of(element.choices().stream().map(Questionnaire.Choice::value).toList())
                : Value.of(worst.value());
        var after = ImpactScore.of(questionnaire, answers.with(Map.of(element.name(), worse)));
        assertThat(after.raw()).isGreaterThanOrEqualTo(score.raw());
        assertThat(after.level()).isGreaterThanOrEqualTo(score.level());
      }
    }
  }

  static Answers random(Questionnaire questionnaire, Random random) {
    var map = new TreeMap<String, Value>();
    for (Element element : questionnaire.elements()) {
      if (!element.choices().isEmpty() && random.nextInt(4) > 0) {
        var values = element.choices().stream().map(Questionnaire.Choice::value).toList();
        map.put(
            element.name(),
            element.kind() == Kind.CHECKBOX
                ? Value.of(values.stream().filter(v -> random.nextBoolean()).toList())
                : Value.of(values.get(random.nextInt(values.size()))));
      }
    }
    return new Answers(map);
  }
}
