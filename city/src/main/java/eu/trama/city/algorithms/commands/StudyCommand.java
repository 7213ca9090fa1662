package eu.trama.city.algorithms.commands;

import eu.trama.city.algorithms.studies.AnswerFile;
import eu.trama.city.algorithms.studies.Answers;
import eu.trama.city.algorithms.studies.ImpactScore;
import eu.trama.city.algorithms.studies.Questionnaire;
import eu.trama.city.algorithms.studies.Questionnaire.Element;
import eu.trama.city.algorithms.studies.QuestionnaireReader;
import eu.trama.city.cli.CityCommand;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Findings;
import eu.trama.city.twin.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./trama study`: looks at a questionnaire and scores an answer file. It needs neither the server
/// nor the store.
@Command(
    name = "study",
    description = "Looks at the questionnaire of an impact study, and scores answers to one.",
    footer = {
      "",
      "Both read what Canada's Algorithmic Impact Assessment publishes and saves; see",
      "docs/algorithms-studies.md. What is wrong is told with its place; the code is 1 then."
    })
public final class StudyCommand implements CityCommand {

  /// Bytes; the readers refuse more than that as well.
  private static final long LARGEST = 4_000_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do with the questionnaire: check or score.");
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Says what of a definition is not understood, and what it counts at most.")
  int check(
      @Parameters(paramLabel = "DEFINITION", description = "A SurveyJS definition (JSON).")
          Path definition)
      throws IOException {
    var findings = new Findings();
    try {
      var read = read(definition, findings);
      findings.kept().forEach(System.out::println);
      var none = ImpactScore.of(read, Answers.NONE);
      System.out.printf(
          Locale.ROOT,
          "%s %s: %d questions, %d of them scored; risk at most %s, measures at most %s.%n",
          read.name(),
          read.version(),
          read.elements().stream().filter(Element::asks).count(),
          read.elements().stream().filter(Element::scored).count(),
          plain(none.highestRaw()),
          plain(none.highestMitigation()));
      return DONE;
    } catch (BadInput refused) {
      refused.findings().forEach(System.out::println);
      return FAILED;
    }
  }

  @Command(
      name = "score",
      mixinStandardHelpOptions = true,
      description = "Prints the score of an answer file as JSON.")
  int score(
      @Parameters(paramLabel = "DEFINITION", description = "A SurveyJS definition (JSON).")
          Path definition,
      @Parameters(paramLabel = "ANSWERS", description = "An answer file (JSON).") Path answers)
      throws IOException {
    try {
      var read = read(definition, new Findings());
      var findings = new Findings();
      var file = AnswerFile.read(text(answers), name(answers), read, findings);
      findings.kept().forEach(StudyCommand::tell);
      System.out.println(Json.writeReadable(told(read, file.answers().shown(read))));
      return DONE;
    } catch (BadInput refused) {
      refused.findings().forEach(StudyCommand::tell);
      return FAILED;
    }
  }

  private static Map<String, Object> told(Questionnaire read, Answers answers) {
    var score = ImpactScore.of(read, answers);
    var told = new LinkedHashMap<String, Object>();
    told.put(
        "questionnaire",
        Map.of("name", read.name(), "version", read.version(), "hash", read.hash()));
    told.put("raw", score.raw());
    told.put("highestRaw", score.highestRaw());
    told.put("mitigation", score.mitigation());
    told.put("highestMitigation", score.highestMitigation());
    told.put("enough", score.enough());
    told.put("reduced", score.reduced());
    told.put("total", score.total());
    told.put("level", score.level());
    read.outcome(answers).ifPresent(outcome -> told.put("conclusion", outcome.id()));
    told.put("parts", score.parts());
    told.put("open", answers.open(read.elements()).stream().map(Element::name).toList());
    return told;
  }

  private static Questionnaire read(Path file, Findings findings) throws IOException {
    return QuestionnaireReader.read(
        text(file), name(file).replaceFirst("\\.json$", ""), false, findings);
  }

  private static String text(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new BadInput(
          List.of(
              Finding.error(
                  "too-large",
                  name(file),
                  0,
                  "",
                  Files.size(file) + " bytes",
                  "Give at most 4 MB.")));
    }
    return Files.readString(file);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static void tell(Finding finding) {
    System.err.println(finding);
  }

  private static String plain(double points) {
    return points == Math.rint(points) ? String.valueOf((long) points) : String.valueOf(points);
  }
}
