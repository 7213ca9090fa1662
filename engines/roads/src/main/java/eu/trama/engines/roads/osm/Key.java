package eu.trama.engines.roads.osm;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The keys of tags that bear on who may use a street, and how fast. All others are passed over.
public enum Key {
  ACCESS,
  BARRIER,
  BICYCLE,
  CONVEYING,
  CYCLEWAY,
  CYCLEWAY_BOTH,
  CYCLEWAY_LEFT,
  CYCLEWAY_RIGHT,
  DURATION,
  EXCEPT,
  FOOT,
  FOOTWAY,
  HIGHWAY,
  JUNCTION,
  KERB,
  MAXSPEED,
  MAXSPEED_BACKWARD,
  MAXSPEED_FORWARD,
  MOTORCAR,
  MOTORROAD,
  MOTOR_VEHICLE,
  NAME,
  ONEWAY,
  ONEWAY_BICYCLE,
  ONEWAY_FOOT,
  PUBLIC_TRANSPORT,
  RAILWAY,
  RAMP,
  RAMP_WHEELCHAIR,
  REF,
  RESTRICTION,
  RESTRICTION_BICYCLE,
  RESTRICTION_MOTORCAR,
  ROUTE,
  SERVICE,
  SIDEWALK,
  SIDEWALK_BOTH,
  SIDEWALK_LEFT,
  SIDEWALK_RIGHT,
  SMOOTHNESS,
  SURFACE,
  TRACKTYPE,
  TYPE,
  VEHICLE,
  WHEELCHAIR;

  private static final Map<String, Key> BY_NAME = new HashMap<>();

  static {
    for (Key key : values()) {
      BY_NAME.put(key.written(), key);
    }
  }

  /// The key as it is written in OpenStreetMap, such as `oneway:bicycle`.
  public String written() {
    String lower = name().toLowerCase(Locale.ROOT);
    return switch (this) {
      case MOTOR_VEHICLE, PUBLIC_TRANSPORT -> lower;
      default -> lower.replace('_', ':');
    };
  }

  static @Nullable Key of(String written) {
    return BY_NAME.get(written);
  }
}
