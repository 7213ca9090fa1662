package eu.trama.engines.records.value;

/// What is to be said about the bytes of a field.
public enum Status {
  /// A value in the form in which COBOL writes it.
  OK,
  /// Blanks throughout: text without a word, or a number never entered.
  BLANK,
  /// Zero bytes throughout, where no number is that.
  LOW_VALUES,
  /// No value can be read; the bytes are kept.
  INVALID,
  /// A value whose sign is not the preferred one of its picture, such as F in a signed packed
  /// number, or a minus in a number without sign.
  NON_CANONICAL_SIGN,
  /// Zero with a minus.
  NEGATIVE_ZERO,
  /// A value with more digits than its picture has.
  OVERFLOW,
  /// A value in another unusual form, such as a hexadecimal float that is not normalised.
  NON_CANONICAL,
  /// The record ends before the field does; what is there of it is kept.
  MISSING
}
