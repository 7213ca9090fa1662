package eu.trama.engines.records.file;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.records.copybook.Copybooks;
import eu.trama.engines.records.copybook.Layout;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatGuessTest {
  private static final Layout LAYOUT =
      Copybooks.zos(
          "01 R. 05 A PIC X(20). 05 N PIC 9(3). 05 T OCCURS 0 TO 200 DEPENDING ON N PIC X.");

  @Test
  void theRightFormatComesFirst() {
    List<byte[]> records = Written.records(3_000, 23, 223, 9);
    assertFirst(Written.variable(records), RecordFormat.Variable.class);
    assertFirst(Written.blocked(records, 30), RecordFormat.Blocked.class);
    assertFirst(Written.spanned(records, 3_000), RecordFormat.Spanned.class);
    Written fixed = new Written();
    Written.records(3_000, 223, 223, 9).forEach(r -> fixed.bytes(r, 0, 223));
    assertFirst(fixed.file(), RecordFormat.Fixed.class);
  }

  private static void assertFirst(byte[] content, Class<?> format) {
    List<FormatGuess> guesses = FormatGuess.detect(content, content.length, LAYOUT);
    assertThat(guesses).as("%s", guesses).isNotEmpty();
    assertThat(guesses.getFirst().format()).as("%s", guesses).isInstanceOf(format);
  }
}
