package eu.trama.city.twin;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.cli.Shell;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// What `./trama import` understands, before it opens a city.
class ImportCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    var command =
        new ImportCommand(
            () -> {
              throw new IllegalStateException("opened the city");
            },
            ImportKind.OF_TWIN);
    var line = Shell.commandLine(List.of(command));
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  @Test
  void helpNamesEveryKindAndWhatCanBeSaidOfIt() {
    assertThat(run("import", "--help")).isZero();
    for (ImportKind kind : ImportKind.OF_TWIN) {
      assertThat(out.toString()).contains("--" + kind.name());
      kind.options().keySet().forEach(option -> assertThat(out.toString()).contains("--" + option));
    }
  }

  @Test
  void everyKindOfTheHelpHasItsImporter() {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(Blobs.class, () -> Kept.in(new org.postgresql.ds.PGSimpleDataSource()));
      context.scan("eu.trama.city.twin.imports");
      context.refresh();
      assertThat(context.getBeansOfType(Importer.class).values().stream().map(Importer::kind))
          .containsExactlyInAnyOrderElementsOf(ImportKind.OF_TWIN);
    }
  }

  @Test
  void withoutCityOrFilesTheUsageIsWrong() {
    assertThat(run("import")).isEqualTo(2);
    assertThat(run("import", "ona")).isEqualTo(2);
    assertThat(err.toString()).contains("Say which files to import.");
    assertThat(run("import", "ona", "--timetables", "a.zip")).isEqualTo(2);
  }

  @Test
  void severalFilesOfAKindOpenTheCity() {
    assertThat(run("import", "ona", "--streets", "a.json", "b.json", "--year", "2020"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("opened the city");
  }

  @Test
  void aSidecarThatSaysWhatNobodyKnowsIsToldBeforeAnythingIsDone(@TempDir Path folder)
      throws Exception {
    Files.writeString(folder.resolve("a.json.source.json"), "{\"colour\": \"red\"}");
    PrintStream standard = System.err;
    var told = new ByteArrayOutputStream();
    try {
      System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
      assertThat(run("import", "ona", "--streets", folder.resolve("a.json").toString()))
          .isEqualTo(1);
    } finally {
      System.setErr(standard);
    }
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains("error option-unknown: a.json.source.json, field colour")
        .contains("Nothing was imported.");
  }

  @Test
  void aTerminalSeesABarAndAFilePlainLines() {
    assertThat(shown(true))
        .contains("\rf.csv [" + "#".repeat(15) + "-".repeat(15) + "] 0.5 of 1.0 MB");
    assertThat(shown(false))
        .isEqualTo("f.csv: 0.0 of 1.0 MB (0 %)\nf.csv: 0.5 of 1.0 MB (50 %)\nf.csv: read\n");
  }

  private static String shown(boolean terminal) {
    var bytes = new ByteArrayOutputStream();
    try (var bar =
        new ProgressBar(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal)) {
      bar.begin("f.csv", 1_000_000);
      bar.read(500_000);
      bar.end("read");
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
