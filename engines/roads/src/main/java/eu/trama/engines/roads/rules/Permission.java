package eu.trama.engines.roads.rules;

import java.util.Locale;

/// Whether somebody may use a street.
enum Permission {
  YES,
  /// With a bicycle in hand only.
  PUSH,
  NO;

  static Permission of(String written) {
    return valueOf(written.toUpperCase(Locale.ROOT));
  }
}
