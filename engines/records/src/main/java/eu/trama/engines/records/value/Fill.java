package eu.trama.engines.records.value;

/// Fields filled with one byte throughout.
final class Fill {
  private Fill() {}

  /// BLANK, LOW_VALUES, or INVALID for anything else.
  ///
  /// @param unit bytes of a character; a blank of two has a zero byte first
  static Status statusOf(byte[] bytes, int offset, int length, byte blank, int unit) {
    boolean blanks = length > 0;
    boolean zeros = length > 0;
    for (int i = 0; i < length; i++) {
      byte b = bytes[offset + i];
      zeros &= b == 0;
      blanks &= b == (unit == 2 && i % 2 == 0 ? 0 : blank);
    }
    return blanks ? Status.BLANK : zeros ? Status.LOW_VALUES : Status.INVALID;
  }
}
