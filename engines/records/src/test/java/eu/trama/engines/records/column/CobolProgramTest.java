package eu.trama.engines.records.column;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.records.copybook.Copybooks;
import eu.trama.engines.records.copybook.Dialect;
import eu.trama.engines.records.copybook.Field;
import eu.trama.engines.records.copybook.Layout;
import eu.trama.engines.records.copybook.RandomCopybook;
import eu.trama.engines.records.value.Coding;
import eu.trama.engines.records.value.FieldCodec;
import eu.trama.engines.records.value.FieldValue;
import java.io.File;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random copybooks, compiled with GnuCOBOL where it is installed (`cobc` on the path, or named by
/// `TRAMA_COBC`): the program moves random numbers into every field and writes the record; the
/// engine must find each number, and as many bytes as COBOL counts.
class CobolProgramTest {
  private static final int COPYBOOKS = 25;

  @Test
  void everyFieldHoldsWhatCobolMovedThere(@TempDir Path folder) throws Exception {
    String cobc = cobc();
    int compared = 0;
    for (long seed = 0; seed < COPYBOOKS; seed++) {
      String text = RandomCopybook.text(seed, true, false);
      Layout layout = Copybooks.layout(text, Dialect.gnuCobol());
      Random random = new Random(seed);
      List<Field> fields = new ArrayList<>();
      List<String> values = new ArrayList<>();
      StringBuilder program = new StringBuilder();
      program.append("IDENTIFICATION DIVISION. PROGRAM-ID. P. ENVIRONMENT DIVISION.\n");
      program.append("INPUT-OUTPUT SECTION. FILE-CONTROL. SELECT F ASSIGN TO 'out.bin'\n");
      program.append("ORGANIZATION IS SEQUENTIAL. DATA DIVISION. FILE SECTION. FD F.\n");
      program.append(text).append("PROCEDURE DIVISION.\nOPEN OUTPUT F.\nMOVE SPACES TO REC.\n");
      for (Field field : layout.fields()) {
        if (!movable(layout, field)) {
          continue;
        }
        String value = value(field, random);
        fields.add(field);
        values.add(value);
        program.append("MOVE ").append(value).append(" TO ").append(field.item().name());
        program.append(subscripts(layout, field)).append(".\n");
      }
      program.append("WRITE REC. CLOSE F. STOP RUN.\n");
      byte[] record = run(cobc, folder.resolve("p" + seed), program.toString());
      assertThat(record).as(text).hasSize(layout.most());
      for (int i = 0; i < fields.size(); i++) {
        compare(fields.get(i), values.get(i), record, text);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(COPYBOOKS * 4);
  }

  private static String cobc() {
    String named = System.getenv("TRAMA_COBC");
    for (String folder :
        (named == null ? System.getenv("PATH") : "").split(File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(folder, "cobc"))) {
        return Path.of(folder, "cobc").toString();
      }
    }
    Assumptions.assumeTrue(named != null, "GnuCOBOL (cobc) is not installed");
    return String.valueOf(named);
  }

  /// Elementary fields with a name that do not share their bytes.
  private static boolean movable(Layout layout, Field field) {
    for (Field at = field; at.parent() >= 0; at = layout.fields().get(at.parent())) {
      if (at.item().redefines().isPresent()) {
        return false;
      }
    }
    return field.elementary() && !field.item().filler();
  }

  private static String subscripts(Layout layout, Field field) {
    List<String> ones = new ArrayList<>();
    for (Field at = field; at.parent() >= 0; at = layout.fields().get(at.parent())) {
      if (at.table()) {
        ones.add("1");
      }
    }
    return ones.isEmpty() ? "" : "(" + String.join(" ", ones) + ")";
  }

  private static String value(Field field, Random random) {
    FieldCodec codec = FieldCodec.of(field, Coding.of("ISO-8859-1", Dialect.gnuCobol()));
    if (!codec.numeric()) {
      return random.nextBoolean() ? "\"ABC\"" : "\"XY Z\"";
    }
    if (field.item().picture().isEmpty()) {
      return (random.nextInt(2001) - 1000) + "." + (random.nextBoolean() ? "5" : "25");
    }
    var picture = field.item().picture().get();
    // Edited numbers have one digit less for certain, beside a sign or a currency that floats.
    long unscaled = random.nextInt((int) Math.pow(10, Math.min(picture.digits(), 6)));
    BigDecimal number = BigDecimal.valueOf(unscaled, picture.scale());
    return (picture.signed() && random.nextBoolean() && unscaled > 0 ? "-" : "")
        + number.toPlainString();
  }

  private static void compare(Field field, String moved, byte[] record, String text) {
    FieldCodec codec = FieldCodec.of(field, Coding.of("ISO-8859-1", Dialect.gnuCobol()));
    FieldValue value = codec.read(record, field.offset());
    String about = field.path() + " " + field.item().picture() + " " + value + " in\n" + text;
    if (value instanceof FieldValue.Decimal decimal) {
      assertThat(decimal.number()).as(about).isEqualByComparingTo(new BigDecimal(moved));
      assertThat(decimal.status().name()).as(about).isEqualTo("OK");
      byte[] again = new byte[field.length()];
      codec.write(FieldValue.of(decimal.number()), again, 0);
      assertThat(new String(again, StandardCharsets.ISO_8859_1))
          .as(about)
          .isEqualTo(
              new String(record, field.offset(), field.length(), StandardCharsets.ISO_8859_1));
    } else {
      assertThat(value).as(about).isInstanceOf(FieldValue.Text.class);
      String full = moved.replace("\"", "") + " ".repeat(field.length());
      assertThat(((FieldValue.Text) value).text())
          .as(about)
          .isEqualTo(full.substring(0, field.length()));
    }
  }

  private static byte[] run(String cobc, Path folder, String program) throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("p.cob"), program);
    execute(folder, cobc, "-x", "-free", "-std=ibm", "-fbinary-size=2-4-8", "-o", "p", "p.cob");
    execute(folder, folder.resolve("p").toString());
    return Files.readAllBytes(folder.resolve("out.bin"));
  }

  private static void execute(Path folder, String... command) throws Exception {
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended && process.exitValue() == 0)
        .as(() -> String.join(" ", command).toLowerCase(Locale.ROOT) + " in " + folder + read(log))
        .isTrue();
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
