package eu.trama.engines.roads.rules;

import eu.trama.engines.roads.osm.Key;
import eu.trama.engines.roads.osm.Tags;

/// Reads speeds and times as people tag them (<https://wiki.openstreetmap.org/wiki/Key:maxspeed>,
/// <https://wiki.openstreetmap.org/wiki/Key:duration>).
final class Speeds {
  private static final double KMH_PER_MPH = 1.609344;
  private static final double WALKING_KMH = 7;
  private static final double NO_LIMIT_KMH = 130;

  private Speeds() {}

  /// The limit along the way's points or against them, in km/h; 0 where none is tagged or
  /// understood.
  static double limit(Tags tags, boolean against) {
    String own = tags.text(against ? Key.MAXSPEED_BACKWARD : Key.MAXSPEED_FORWARD);
    double limit = kmh(own);
    return limit > 0 ? limit : kmh(tags.text(Key.MAXSPEED));
  }

  private static double kmh(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    if (text.equals("walk")) {
      return WALKING_KMH;
    }
    if (text.equals("none")) {
      return NO_LIMIT_KMH;
    }
    int digits = 0;
    int value = 0;
    while (digits < text.length() && digits < 3 && Character.digit(text.charAt(digits), 10) >= 0) {
      value = value * 10 + Character.digit(text.charAt(digits), 10);
      digits++;
    }
    String unit = text.substring(digits).strip();
    double factor =
        switch (unit) {
          case "", "km/h", "kmh", "kph" -> 1;
          case "mph" -> KMH_PER_MPH;
          default -> 0;
        };
    return value >= 1 ? value * factor : 0;
  }

  /// Seconds of a crossing, written `MM`, `H:MM` or `H:MM:SS`; 0 where none is tagged or
  /// understood.
  static int duration(String text) {
    if (text.isEmpty() || text.length() > 8) {
      return 0;
    }
    int seconds = 0;
    String[] parts = text.split(":", -1);
    try {
      for (String part : parts) {
        int number = Integer.parseInt(part);
        if (number < 0) {
          return 0;
        }
        seconds = Math.addExact(Math.multiplyExact(seconds, 60), number);
      }
    } catch (ArithmeticException | NumberFormatException unclear) {
      return 0;
    }
    return parts.length == 3 ? seconds : seconds < 24 * 60 ? seconds * 60 : 0;
  }
}
