package eu.trama.engines.records.value;

import java.math.BigDecimal;
import java.util.Optional;

/// Numbers in one usage and picture.
interface NumberForm {
  /// What was read of a field.
  ///
  /// @param number empty where there is none to be read
  record Scan(Status status, Optional<BigDecimal> number) {
    static Scan without(Status status) {
      return new Scan(status, Optional.empty());
    }

    static Scan of(Status status, BigDecimal number) {
      return new Scan(status, Optional.of(number));
    }
  }

  Scan read(byte[] bytes, int offset);

  /// Writes the usual form.
  ///
  /// @throws IllegalArgumentException where the number does not fit
  void write(BigDecimal number, byte[] bytes, int offset);
}
