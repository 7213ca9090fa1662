package eu.trama.ledger.note;

import java.util.Arrays;
import java.util.Optional;

/// What a key signs: the signature type identifiers of C2SP signed-note that this engine knows.
public enum KeyType {
  /// A log's own head.
  LOG(0x01),
  /// A witness's word, with its time, that it saw no fork (C2SP tlog-cosignature).
  WITNESS(0x04);

  private final byte code;

  KeyType(int code) {
    this.code = (byte) code;
  }

  byte code() {
    return code;
  }

  static Optional<KeyType> of(byte code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }
}
