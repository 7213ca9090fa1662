package eu.trama.engines.records.copybook;

/// Where the sign of a zoned number is.
///
/// @param leading before or in the first digit, rather than the last
/// @param separate a character of its own
public record Sign(boolean leading, boolean separate) {
  /// Overpunched in the zone of the last digit.
  public static final Sign TRAILING = new Sign(false, false);
}
