package eu.trama.city.web;

import java.util.regex.Pattern;

/// A city whose twin this platform holds.
///
/// @param key what stands for it in addresses (`/barcelona/…`) and selects its colours
/// @param name its name, as its people write it
public record City(String key, String name) {

  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  public City {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "city key must be lower-case letters, digits and hyphens: " + key);
    }
  }
}
