package eu.trama.city.transportcard.rule;

/// What the check can say, the best for the person first.
public enum Card {
  /// Travels free.
  FREE,
  /// Travels at the reduced price.
  REDUCED,
  /// The source does not say: a person of the city looks at it.
  BY_HAND,
  /// No card of this kind.
  NONE;

  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
