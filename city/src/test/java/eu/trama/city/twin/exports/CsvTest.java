package eu.trama.city.twin.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CsvTest {

  private static String written(Object... row) {
    var out = new StringWriter();
    Csv.write(out, List.of("a"), Stream.of(List.of(row)));
    return out.toString();
  }

  @Test
  void linesEndAndQuotesDoubleAsInRfc4180() {
    assertThat(written("one, two", "say \"hi\"", "a\nb"))
        .isEqualTo("a\r\n\"one, two\",\"say \"\"hi\"\"\",\"a\nb\"\r\n");
  }

  @Test
  void aTextThatASpreadsheetWouldComputeIsKeptAText() {
    assertThat(written("=1+1", "+3", "@x", "-x")).isEqualTo("a\r\n'=1+1,'+3,'@x,'-x\r\n");
  }

  @Test
  void numbersStayNumbers() {
    assertThat(written(-3.5, 12.0, 1_036_715.25, 7L, ""))
        .isEqualTo("a\r\n-3.5,12,1036715.25,7,\r\n");
  }
}
