package eu.trama.city.algorithms.commands;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.algorithms.studies.CanadaFormatTest;
import eu.trama.city.cli.CityCommand;
import eu.trama.city.cli.Shell;
import eu.trama.city.twin.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `./trama study` prints, and with which code it ends.
class StudyCommandTest {

  @TempDir private Path folder = Path.of("");

  private record Run(int code, String out, String err) {}

  private Run run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    PrintStream outBefore = System.out;
    PrintStream errBefore = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      var all = Stream.concat(Stream.of("study"), Stream.of(arguments)).toArray(String[]::new);
      int code = Shell.commandLine(List.of(new StudyCommand())).execute(all);
      return new Run(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(outBefore);
      System.setErr(errBefore);
    }
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void aDefinitionIsCheckedWithWhatItCountsAtMost() throws IOException {
    var run = run("check", file("desk.json", CanadaFormatTest.definition()));
    assertThat(run.code()).isEqualTo(CityCommand.DONE);
    assertThat(run.out())
        .contains("warning language-missing: desk", "value ‘it’")
        .contains("risk at most 20, measures at most 10.");
  }

  @Test
  void whatIsNotUnderstoodIsToldWithItsPlace() throws IOException {
    String wrong =
        CanadaFormatTest.definition()
            .replace("\"html\", \"name\": \"talks", "\"matrix\", \"name\": \"talks");
    var run = run("check", file("wrong.json", wrong));
    assertThat(run.code()).isEqualTo(CityCommand.FAILED);
    assertThat(run.out())
        .contains("error question-type: wrong, field pages[4].elements[0].elements[0].type");
  }

  @Test
  void anAnswerFileIsScored() throws IOException {
    String definition = file("desk.json", CanadaFormatTest.definition());
    var run =
        run(
            "score",
            definition,
            file(
                "answers.json",
                """
                {"version": "v1.0.1", "currentPage": 2, "translationsOnResult": {},
                 "data": {"deskPhase": "item1", "deskBarrier5": "item1-3", "deskData1": "item1-4",
                          "talksDesign1": "item1-3", "talksDesign3": "item1-2"}}
                """));
    assertThat(run.code()).isEqualTo(CityCommand.DONE);
    assertThat(run.err()).contains("other-version");
    var score = Json.read(run.out());
    assertThat(score.path("raw").asDouble()).isEqualTo(7);
    assertThat(score.path("mitigation").asDouble()).isEqualTo(5);
    assertThat(score.path("reduced").asBoolean()).isTrue();
    assertThat(score.path("total").asDouble()).isEqualTo(6); // 5.95
    assertThat(score.path("level").asInt()).isEqualTo(2);
    assertThat(score.path("open").size()).isZero();
    assertThat(score.path("parts").size()).isEqualTo(4);
    assertThat(score.path("questionnaire").path("name").asString()).isEqualTo("desk");
  }

  @Test
  void answersThatDoNotFitAndFilesThatAreNotThere() throws IOException {
    String definition = file("desk.json", CanadaFormatTest.definition());
    var refused =
        run("score", definition, file("answers.json", "{\"data\":{\"deskPhase\":\"item9\"}}"));
    assertThat(refused.code()).isEqualTo(CityCommand.FAILED);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("error unknown-choice", "data.deskPhase", "item9");
    assertThat(run("check", folder.resolve("none.json").toString()).code())
        .isEqualTo(CityCommand.FAILED);
    assertThat(run().code()).isEqualTo(2);
  }
}
