package eu.trama.engines.records.copybook;

/// How a field is held in storage.
public enum Usage {
  /// No elementary item: a group of items.
  GROUP("group"),
  /// One byte a character; a number as zoned decimal, or edited.
  DISPLAY("display"),
  /// COMP, COMP-4, BINARY: two's complement, big-endian, truncated to the picture.
  BINARY("binary"),
  /// COMP-5: two's complement in the machine's order, over the whole range of its bytes.
  NATIVE_BINARY("comp-5"),
  /// COMP-3, PACKED-DECIMAL: two digits a byte, sign in the last half byte.
  PACKED("packed"),
  /// COMP-6: two digits a byte, no sign.
  UNSIGNED_PACKED("comp-6"),
  /// COMP-1: four bytes.
  FLOAT("float"),
  /// COMP-2: eight bytes.
  DOUBLE("double"),
  /// INDEX: four bytes, binary.
  INDEX("index"),
  /// POINTER, PROCEDURE-POINTER, FUNCTION-POINTER: an address.
  POINTER("pointer"),
  /// NATIONAL: UTF-16 big-endian, also for digits.
  NATIONAL("national"),
  /// DISPLAY-1: two bytes a character of a double-byte code page.
  DBCS("dbcs");

  private final String label;

  Usage(String label) {
    this.label = label;
  }

  /// Word for listings.
  public String label() {
    return label;
  }
}
