package eu.trama.city.algorithms;

import java.util.regex.Pattern;

/// Names an algorithmic system in addresses and in the store, such as `reach`.
public record SystemId(String value) {

  /// What an id may be.
  public static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,59}");

  public SystemId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a system's id is 2 to 60 lower-case letters, digits and hyphens: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
