package eu.trama.city.algorithms.stages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How the city came by a system.
public enum Origin {
  BOUGHT,
  BUILT,
  /// On trial, whoever pays: a gift passes the gates of a purchase.
  PILOT,
  /// A model or rule set of this platform.
  PLATFORM;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Origin> ofKey(String key) {
    return Arrays.stream(values()).filter(o -> o.key().equals(key)).findFirst();
  }
}
