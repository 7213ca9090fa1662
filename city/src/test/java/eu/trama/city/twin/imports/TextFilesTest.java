package eu.trama.city.twin.imports;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.ImportFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every reader of text does about bytes, tables and numbers.
class TextFilesTest {

  private static final List<Feature> ZONES =
      List.of(Trial.zone("neighbourhood:01", "el Raval", 2.1, 41.4, "official"));

  @TempDir Path folder;

  private Trial read(byte[] bytes) {
    return Trial.of(
        new StatisticsImporter(), Trial.BARCELONA, Trial.write(folder, "s.csv", bytes), ZONES);
  }

  private Trial read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void latinOneIsToldWithItsLineAndWhatToDo() {
    Trial trial =
        read(
            "zone,indicator,year,value\nneighbourhood:01,població,2023,5\n"
                .getBytes(StandardCharsets.ISO_8859_1));
    Finding fault = trial.findings().getFirst();
    assertThat(fault.code()).isEqualTo("encoding");
    assertThat(fault.line()).isEqualTo(2);
    assertThat(fault.value()).isEqualTo("byte F3");
    assertThat(fault.advice()).contains("iconv -f ISO-8859-1 -t UTF-8 s.csv");
  }

  @Test
  void utf16IsTold() {
    assertThat(read("zone,year".getBytes(StandardCharsets.UTF_16)).codes())
        .containsExactly("encoding");
    assertThat(read("zone,year".getBytes(StandardCharsets.UTF_16LE)).codes())
        .containsExactly("file-binary");
  }

  @Test
  void anArchiveIsNotATable() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a.csv"));
      zip.write('a');
    }
    assertThat(read(bytes.toByteArray()).codes()).containsExactly("file-archive");
  }

  @Test
  void aLetterCutInTwoAtTheEndIsTold() {
    byte[] text =
        "zone,indicator,year,value\nneighbourhood:01,població,2023,5ó"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(read(java.util.Arrays.copyOf(text, text.length - 1)).codes())
        .contains("file-truncated");
  }

  @Test
  void everyLetterOfUnicodePasses() throws IOException {
    var letters = new StringBuilder("a");
    for (int letter = 1; letter <= Character.MAX_CODE_POINT; letter++) {
      boolean surrogate = letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
      if (!surrogate) {
        letters.appendCodePoint(letter);
      }
    }
    byte[] bytes = letters.toString().getBytes(StandardCharsets.UTF_8);
    var file =
        new ImportFile(
            Trial.write(folder, "f", bytes), Trial.BARCELONA, Map.of(), "", 0, read -> {});
    try (var in = Utf8Input.open(file, Limits.DEFAULT)) {
      assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"C0 AF", "ED A0 80", "F4 90 80 80", "80", "E2 82 20", "F8 88 80 80 80"})
  void overlongSurrogateAndStrayBytesDoNot(String hex) {
    byte[] wrong = HexFormat.ofDelimiter(" ").parseHex("61 " + hex + " 0A");
    assertThat(read(wrong).codes()).containsExactly("encoding");
  }

  @Test
  void semicolonsTabsAndTheByteOrderMarkAreFoundOut() {
    for (String mark : List.of(",", ";", "\t", "|")) {
      String text =
          "\uFEFFzone,indicator,year,value\nneighbourhood:01,population,2023,7\n"
              .replace(",", mark);
      assertThat(read(text).ids()).containsExactly("neighbourhood:01/population/2023");
    }
  }

  @Test
  void aRowCutShortIsTold() {
    Trial trial = read("zone,indicator,year,value\nneighbourhood:01,population,20");
    assertThat(trial.codes()).containsExactly("columns-count");
    assertThat(trial.findings().getFirst().line()).isEqualTo(2);
  }

  @Test
  void anOpenQuotationMarkIsTold() {
    assertThat(read("zone,indicator,year,value\nneighbourhood:01,population,2023,\"7\n").codes())
        .contains("quote-open");
  }

  @Test
  void aColumnNamedTwiceIsTold() {
    assertThat(read("zone,Zone,year\n1,2,3\n").codes()).containsExactly("columns-duplicate");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "41.40364 | false | 41.40364",
        "4402575,4660 | true | 4402575.466",
        "1.234,5 | true | 1234.5",
        "1.234.567 | true | 1234567",
        "1,234,567 | false | 1234567",
        "1,234.5 | false | 1234.5",
        "41,40364 | false | 41.40364",
        "-7 | false | -7",
        "1e3 | false | 1000",
      })
  void numbersAsPeopleWriteThem(String text, boolean comma, double value) {
    assertThat(Decimals.parse(text, comma)).isEqualTo(OptionalDouble.of(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"NaN", "Infinity", "1e999", "1,234", "12 people", "--3", "1..2", "''", "0x10"})
  void whatIsNoNumberOrMayBeTwo(String text) {
    assertThat(Decimals.parse(text, false)).isEmpty();
  }
}
