package eu.trama.city.algorithms.studies;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Findings;
import java.nio.charset.StandardCharsets;

/// No definition, answer file or condition makes a reader throw anything but its findings, and what
/// is read can be scored. In the plain test run Jazzer replays the seeds under
/// `src/test/resources`; with `JAZZER_FUZZ=1` it searches on.
class QuestionnaireFuzzTest {

  /// A definition, a line `---`, an answer file.
  @FuzzTest
  void readsAnyDefinitionAndAnswers(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    int cut = text.indexOf("\n---\n");
    String definition = cut < 0 ? text : text.substring(0, cut);
    String answers = cut < 0 ? "{\"data\":{}}" : text.substring(cut + 5);
    try {
      var questionnaire = QuestionnaireReader.read(definition, "fuzz", false, new Findings());
      var file = AnswerFile.read(answers, "fuzz", questionnaire, new Findings());
      var score = ImpactScore.of(questionnaire, file.answers().shown(questionnaire));
      if (score.level() < 1 || score.level() > 4) {
        throw new IllegalStateException("level " + score.level());
      }
      AnswerFile.read(file.write(questionnaire), "fuzz", questionnaire, new Findings());
    } catch (BadInput refused) {
      // Told as findings.
    }
  }

  @FuzzTest
  void readsAnyCondition(byte[] input) {
    try {
      ConditionReader.read(new String(input, StandardCharsets.UTF_8))
          .holds(Answers.NONE.byQuestion());
    } catch (ConditionReader.NotRead refused) {
      // Told as a finding.
    }
  }
}
