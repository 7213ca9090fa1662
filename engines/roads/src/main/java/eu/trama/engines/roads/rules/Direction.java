package eu.trama.engines.roads.rules;

import eu.trama.engines.roads.osm.Key;
import eu.trama.engines.roads.osm.Tags;

/// In which directions a way may be used (<https://wiki.openstreetmap.org/wiki/Key:oneway>).
final class Direction {
  private static final Ways BOTH = new Ways(true, true);
  private static final Ways ALONG = new Ways(true, false);
  private static final Ways AGAINST = new Ways(false, true);
  private static final Ways NEITHER = new Ways(false, false);

  final Ways foot;
  final Ways bicycle;
  final Ways motor;

  /// Along the way's points, and against them.
  record Ways(boolean along, boolean against) {}

  Direction(Tags tags) {
    motor = motor(tags);
    bicycle = bicycle(tags, motor);
    foot = foot(tags);
  }

  static boolean roundabout(Tags tags) {
    return tags.is(Key.JUNCTION, "roundabout") || tags.is(Key.JUNCTION, "circular");
  }

  private static Ways motor(Tags tags) {
    String oneway = tags.text(Key.ONEWAY);
    boolean implied = roundabout(tags) || tags.is(Key.HIGHWAY, "motorway");
    // A lane that changes direction by the hour is open to neither, since nobody knows the hour.
    return switch (oneway) {
      case "reversible" -> NEITHER;
      default -> written(oneway, implied ? ALONG : BOTH);
    };
  }

  private static Ways bicycle(Tags tags, Ways motor) {
    String own = tags.text(Key.ONEWAY_BICYCLE);
    if (!own.isEmpty()) {
      return written(own, motor);
    }
    for (Key key :
        new Key[] {Key.CYCLEWAY, Key.CYCLEWAY_LEFT, Key.CYCLEWAY_RIGHT, Key.CYCLEWAY_BOTH}) {
      if (tags.text(key).startsWith("opposite")) {
        return BOTH;
      }
    }
    return motor;
  }

  private static Ways foot(Tags tags) {
    Ways escalator =
        switch (tags.text(Key.CONVEYING)) {
          case "forward" -> ALONG;
          case "backward" -> AGAINST;
          default -> BOTH;
        };
    return written(tags.text(Key.ONEWAY_FOOT), escalator);
  }

  private static Ways written(String value, Ways otherwise) {
    return switch (value) {
      case "yes", "true", "1" -> ALONG;
      case "-1", "reverse" -> AGAINST;
      case "no", "false", "0" -> BOTH;
      default -> otherwise;
    };
  }
}
