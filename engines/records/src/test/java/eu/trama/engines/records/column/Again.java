package eu.trama.engines.records.column;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.records.file.RecordBatch;
import java.util.Arrays;

/// Compares records with what was encoded of them.
final class Again {
  private Again() {}

  static void assertSame(RecordBatch batch, Encoder encoder) {
    for (int i = 0; i < batch.count(); i++) {
      byte[] was = of(batch.bytes(), batch.start(i), batch.length(i));
      byte[] is = of(encoder.bytes(), encoder.start(i), encoder.length(i));
      assertThat(is).as("record %d", i).isEqualTo(was);
    }
  }

  private static byte[] of(byte[] bytes, int start, int length) {
    return Arrays.copyOfRange(bytes, start, start + length);
  }
}
