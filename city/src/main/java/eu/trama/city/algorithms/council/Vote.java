package eu.trama.city.algorithms.council;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a member says to an item of the agenda.
public enum Vote {
  FOR,
  AGAINST,
  ABSTAIN;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Vote> ofKey(String key) {
    return Arrays.stream(values()).filter(v -> v.key().equals(key)).findFirst();
  }
}
