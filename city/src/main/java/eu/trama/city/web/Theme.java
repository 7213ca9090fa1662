package eu.trama.city.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Light or dark colours; [#AUTO] follows the visitor's device.
public enum Theme {
  AUTO,
  LIGHT,
  DARK;

  /// What stands for it in the cookie, the form and `data-theme`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Theme> ofKey(String key) {
    return Arrays.stream(values()).filter(t -> t.key().equals(key)).findFirst();
  }
}
