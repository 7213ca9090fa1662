package eu.trama.engines.records.value;

import java.math.BigDecimal;
import java.util.Optional;

/// What a field holds, and what is to be said about it. Raw bytes are there whenever writing the
/// value in its usual form would not give back the bytes that were read.
public sealed interface FieldValue {
  Status status();

  Optional<Raw> raw();

  /// Text at its full length, trailing blanks included.
  record Text(String text, Status status, Optional<Raw> raw) implements FieldValue {}

  /// An exact number.
  record Decimal(BigDecimal number, Status status, Optional<Raw> raw) implements FieldValue {}

  /// Bytes of which no value can be read.
  record Unread(Status status, Optional<Raw> raw) implements FieldValue {}

  /// A value to write.
  static FieldValue of(String text) {
    return new Text(text, Status.OK, Optional.empty());
  }

  /// A value to write.
  static FieldValue of(BigDecimal number) {
    return new Decimal(number, Status.OK, Optional.empty());
  }
}
