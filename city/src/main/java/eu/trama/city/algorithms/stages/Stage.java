package eu.trama.city.algorithms.stages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a system stands in its life, in the order in which it is lived.
public enum Stage {
  NEED,
  TENDER,
  AWARD,
  DESIGN,
  VALIDATION,
  OPERATION,
  MONITORING,
  CHANGE,
  WITHDRAWAL,
  /// Prohibited, and therefore over.
  REJECTED;

  /// Whether a system of this stage may act on people at all.
  public boolean live() {
    return this == OPERATION || this == MONITORING;
  }

  /// Whether nothing follows.
  public boolean over() {
    return this == WITHDRAWAL || this == REJECTED;
  }

  /// What stands for it in files, addresses and messages.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Stage> ofKey(String key) {
    return Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst();
  }
}
