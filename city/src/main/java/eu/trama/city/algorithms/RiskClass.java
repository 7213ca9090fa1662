package eu.trama.city.algorithms;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Risk to people, in the classes of the EU AI Act (Regulation 2024/1689), least first.
public enum RiskClass {
  /// Nothing beyond the law that holds for everything.
  MINIMAL,
  /// People must be told (Art. 50).
  LIMITED,
  /// Annex III and what Art. 6 adds to it.
  HIGH,
  /// Prohibited (Art. 5).
  UNACCEPTABLE;

  /// What stands for it in files and messages.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<RiskClass> ofKey(String key) {
    return Arrays.stream(values()).filter(r -> r.key().equals(key)).findFirst();
  }
}
