package eu.trama.engines.records.copybook;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// No text makes the parser throw or hang, and whatever it accepts can be laid out. In the plain
/// test run Jazzer replays the seeds; with `JAZZER_FUZZ=1` it searches on.
class CopybookFuzzTest {
  @FuzzTest
  void readsAnyText(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    CopyLibrary itself = (member, library) -> Optional.of(text);
    CopybookReading reading = CopybookParser.parse("fuzz.cpy", text, CopybookOptions.zos(), itself);
    if (reading.copybook().isEmpty()) {
      if (reading.findings().errors() == 0) {
        throw new AssertionError("no copybook, and no word why");
      }
      return;
    }
    Copybook copybook = reading.orThrow();
    for (Item record : copybook.records()) {
      Layout layout = Layout.of(record, copybook);
      for (Field field : layout.fields()) {
        if (field.offset() < 0 || field.offset() + field.span() > layout.most()) {
          throw new AssertionError(field.path() + " lies outside the record");
        }
      }
      String listing = layout.listing();
      if (listing.isEmpty()) {
        throw new AssertionError("empty listing");
      }
    }
  }
}
