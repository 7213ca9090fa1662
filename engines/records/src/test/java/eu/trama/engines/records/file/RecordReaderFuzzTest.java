package eu.trama.engines.records.file;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/// No bytes make the reader throw or hang, and none are lost, in any format, whole or in parts.
class RecordReaderFuzzTest {
  @FuzzTest
  void losesNothing(byte[] input) {
    for (RecordFormat format :
        List.of(
            RecordFormat.Variable.any(),
            new RecordFormat.Variable(3, 9),
            RecordFormat.Blocked.any(),
            new RecordFormat.Spanned(),
            new RecordFormat.Fixed(7),
            new RecordFormat.Lines((byte) '\n', true),
            new RecordFormat.Computed((bytes, from, end) -> bytes[from] > 0 ? bytes[from] : -1))) {
      try (RecordFile file = RecordFile.of(input, format)) {
        long whole = Written.read(file.reader()).sum();
        long parts = file.parallel(3, Written::read).stream().mapToLong(Written.Got::sum).sum();
        if (whole != input.length || parts != input.length) {
          throw new AssertionError(
              format + ": " + whole + " and " + parts + " of " + input.length + " bytes");
        }
      }
    }
  }
}
