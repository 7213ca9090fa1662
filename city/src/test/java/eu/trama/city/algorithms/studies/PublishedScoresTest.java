package eu.trama.city.algorithms.studies;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.twin.Findings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What our scoring gives for sums that were published elsewhere. A questionnaire of one risk
/// question and one measure in each phase stands in for the tool's: only the sums and their maxima
/// matter.
class PublishedScoresTest {

  private static ImpactScore score(int raw, int highestRaw, int mitigation, int highestPhase) {
    var questionnaire =
        QuestionnaireReader.read(
            """
            {"pages": [
              {"name": "p-RS", "elements": [
                {"type": "dropdown", "name": "risk", "choices": ["r-%1$d", "top-%2$d"]}]},
              {"name": "q-MS", "elements": [
                {"type": "dropdown", "name": "design", "choices": ["d-%3$d", "top-%4$d"]},
                {"type": "dropdown", "name": "use", "choices": ["u-%3$d", "top-%4$d"]}]}]}
            """
                .formatted(raw, highestRaw, mitigation, highestPhase),
            "published",
            false,
            new Findings());
    return ImpactScore.of(
        questionnaire,
        new Answers(Map.of("risk", Value.of("r-" + raw), "use", Value.of("u-" + mitigation))));
  }

  /// Published assessments, as readers of their result pages quote them: current score, raw impact
  /// score, mitigation score, impact level. The maxima of version 1.0.1 (167 for risk, 154 for
  /// measures in both phases) are those that a port of the tool to Drupal pins; the 46 a phase of
  /// 0.10.0 were derived by others from published scores. The maximum of risk in 0.10.0 is stated
  /// by no source at hand: level I with 28 points means that it is at least 112.
  @ParameterizedTest
  @CsvSource({
    // raw, highest, measures, highest of a phase, current, level
    "56, 167, 56, 77, 56, 2", // claim summary tool, version 1.0.1
    "33, 112, 37, 46, 28, 1", // customs assessment and revenue management, version 0.10.0
  })
  void publishedAssessments(int raw, int highest, int measures, int phase, int current, int level) {
    var score = score(raw, highest, measures, phase);
    assertThat(score.raw()).isEqualTo(raw);
    assertThat(score.highestRaw()).isEqualTo(highest);
    assertThat(score.mitigation()).isEqualTo(measures);
    assertThat(score.highestMitigation()).isEqualTo(2 * phase);
    assertThat(score.total()).isEqualTo(current);
    assertThat(score.level()).isEqualTo(level);
  }

  /// Four fifths of 46 are 36.8 and of 77 are 61.6: one point less takes nothing off.
  @Test
  void theBordersOfThePublishedMaxima() {
    assertThat(score(33, 112, 36, 46).reduced()).isFalse();
    assertThat(score(33, 112, 37, 46).reduced()).isTrue();
    assertThat(score(56, 167, 61, 77).reduced()).isFalse();
    assertThat(score(56, 167, 62, 77).total()).isEqualTo(48); // 47.6
    // Four fifths of 45 (version 0.9.1) are 36, and reaching them is enough.
    assertThat(score(40, 119, 36, 45).reduced()).isTrue();
    assertThat(score(40, 119, 35, 45).reduced()).isFalse();
    // Quarters of 167 are 41.75, 83.5 and 125.25.
    assertThat(List.of(41, 42, 83, 84, 125, 126))
        .extracting(raw -> score(raw, 167, 0, 77).level())
        .containsExactly(1, 2, 2, 3, 3, 4);
  }

  /// Points of each section at most, read from the definition at commit 00bab1f3336f (version
  /// 0.9.1): of each choice the highest, of boxes the sum. A questionnaire with the same points in
  /// sections of the same names has the same maxima, of which 45 a phase is the published one.
  @Test
  void theMaximaOfVersion091() {
    int[] reasons = {2, 1, 3 + 2};
    int[] profile = {3, 3, 4, 3, 3};
    int[] authority = {2};
    int[] algorithm = {3, 3};
    int[] decision = {7};
    int[] impact = {1, 3, 4, 4, 4, 4, 4, 4, 4, 4};
    int[] data = {4, 4, 2, 1, 4, 3, 4, 4, 4, 4, 4, 2 + 4};
    int[] consultation = {1, 1};
    int[] quality = {2, 1, 1, 1, 1, 1, 2, 2, 1, 2};
    int[] fairness = {1, 2, 2, 1, 2, 1, 1, 2, 1, 2, 1, 1, 2, 2, 1, 2, 1};
    int[] privacy = {1, 1, 1, 1};
    var pages = new StringBuilder();
    int number = 0;
    for (int[] risk : List.of(reasons, profile, authority, algorithm, decision, impact, data)) {
      pages.append(page("s" + number++ + "-RS", risk));
    }
    for (String phase : List.of("Design", "Implementation")) {
      for (int[] measure : List.of(consultation, quality, fairness, privacy)) {
        pages.append(page("s" + number++ + phase + "-MS", measure));
      }
    }
    var questionnaire =
        QuestionnaireReader.read(
            "{\"pages\":[" + pages.substring(1) + "]}", "maxima", false, new Findings());
    var score = ImpactScore.of(questionnaire, Answers.NONE);
    assertThat(score.highestRaw()).isEqualTo(8 + 16 + 2 + 6 + 7 + 36 + 44);
    assertThat(score.highestMitigation()).isEqualTo(2 * 45);
    assertThat(score.enough()).isEqualTo(36);
  }

  private static String page(String name, int[] points) {
    var questions = new StringBuilder();
    for (int i = 0; i < points.length; i++) {
      questions.append(
          ",{\"type\":\"radiogroup\",\"name\":\"%s.%d\",\"choices\":[\"item1-%d\",\"item2-0\"]}"
              .formatted(name.replaceFirst("-..$", ""), i, points[i]));
    }
    return ",{\"name\":\"%1$s\",\"elements\":[{\"type\":\"panel\",\"name\":\"%1$s\",\"elements\":[%2$s]}]}"
        .formatted(name, questions.substring(1));
  }
}
