package eu.trama.city.algorithms.monitoring;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a threshold is about.
public enum Measure {
  /// The least selection rate of a group as a part of the greatest, over the groups of an
  /// attribute.
  SELECTION_RATIO(Of.ATTRIBUTE, true),
  /// Of those in a checked sample to whom it was not due, the share that got it.
  FALSE_POSITIVE(Of.NOTHING, false),
  /// Of those in a checked sample to whom it was due, the share that was refused.
  FALSE_NEGATIVE(Of.NOTHING, false),
  /// The greatest difference of that share between two groups of an attribute.
  FALSE_NEGATIVE_GAP(Of.ATTRIBUTE, false),
  /// Of the objections answered, the share that changed the outcome.
  UPHELD(Of.NOTHING, false),
  /// The population stability index of an input.
  PSI(Of.INPUT, false),
  /// The Kolmogorov-Smirnov distance of an input.
  KS(Of.INPUT, false);

  /// What it must be told besides.
  enum Of {
    NOTHING,
    ATTRIBUTE,
    INPUT
  }

  private final Of of;
  private final boolean atLeast;

  Measure(Of of, boolean atLeast) {
    this.of = of;
    this.atLeast = atLeast;
  }

  Of of() {
    return of;
  }

  /// Whether its limit is the least that is allowed, else the most.
  boolean atLeast() {
    return atLeast;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Measure> ofKey(String key) {
    return Arrays.stream(values()).filter(m -> m.key().equals(key)).findFirst();
  }
}
