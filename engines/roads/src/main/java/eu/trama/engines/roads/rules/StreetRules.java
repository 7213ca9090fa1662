package eu.trama.engines.roads.rules;

import eu.trama.engines.roads.osm.Key;
import eu.trama.engines.roads.osm.Tags;
import org.jspecify.annotations.Nullable;

/// Turns tags into profiles, by the tables beside this class. Conditional restrictions
/// (`:conditional`) and restrictions by weight or height are not looked at.
public final class StreetRules {
  /// Cars reach this share of a limit on average.
  private static final double SHARE_OF_LIMIT = 0.9;

  private static final double PUSHING_METRES_PER_SECOND = 1.2;
  private static final double AISLE_KMH = 10;

  private final Table highways = new Table("highway.csv", 1);
  private final Table surfaces = new Table("surface.csv", 2);
  private final Table barriers = new Table("barrier.csv", 2);
  private final AccessRules access = new AccessRules();

  /// What a way is to each mode, or null where it is no street or nobody may use it.
  public @Nullable StreetProfile way(Tags tags) {
    Table.Row row = highways.row(kind(tags));
    if (row == null) {
      return null;
    }
    boolean ferry = tags.is(Key.ROUTE, "ferry");
    boolean motorRoad = tags.is(Key.MOTORROAD, "yes");
    Permission foot = access.foot(tags, motorRoad ? Permission.NO : footDefault(tags, row));
    Permission bicycle =
        access.bicycle(tags, motorRoad ? Permission.NO : row.permission("bicycle"));
    Permission motor = access.motor(tags, row.permission("motor"));
    float[] paces = new float[StreetProfile.PACES];
    int flags = flags(tags, ferry);
    Direction direction = new Direction(tags);
    if (foot == Permission.YES) {
      float walk = (float) row.number("walk");
      put(paces, Mode.WALK, direction.foot, walk, walk);
      if (stepFree(tags)) {
        put(paces, Mode.STEP_FREE, direction.foot, walk, walk);
      }
    }
    flags |= bicycle(tags, row, bicycle, foot == Permission.YES, direction, paces);
    if (motor == Permission.YES) {
      put(
          paces,
          Mode.CAR,
          direction.motor,
          (float) (3.6 / carKmh(tags, row, false)),
          (float) (3.6 / carKmh(tags, row, true)));
    }
    StreetProfile profile = new StreetProfile(flags, paces);
    return profile.closed() ? null : profile;
  }

  /// Seconds of a ferry's crossing where they are tagged, else 0.
  public int crossingSeconds(Tags tags) {
    return tags.is(Key.ROUTE, "ferry") ? Speeds.duration(tags.text(Key.DURATION)) : 0;
  }

  /// The modes that do not get past a point, as their bits.
  public int blocked(Tags tags) {
    int blocked = 0;
    Table.Row row = barriers.row("barrier=" + tags.text(Key.BARRIER));
    if (tags.has(Key.BARRIER)) {
      Permission foot = access.foot(tags, row == null ? Permission.YES : row.permission("foot"));
      Permission bicycle =
          access.bicycle(tags, row == null ? Permission.YES : row.permission("bicycle"));
      Permission motor = access.motor(tags, row == null ? Permission.YES : row.permission("motor"));
      boolean stepFree = row == null || row.permission("step_free") == Permission.YES;
      blocked |= foot == Permission.NO ? Mode.WALK.bit() | Mode.STEP_FREE.bit() : 0;
      blocked |= stepFree || tags.is(Key.WHEELCHAIR, "yes") ? 0 : Mode.STEP_FREE.bit();
      blocked |= bicycle == Permission.NO ? Mode.BICYCLE.bit() : 0;
      blocked |= motor == Permission.NO ? Mode.CAR.bit() : 0;
    }
    for (Key key : new Key[] {Key.KERB, Key.WHEELCHAIR}) {
      Table.Row step = tags.has(key) ? barriers.row(key.written() + "=" + tags.get(key)) : null;
      if (step != null && step.permission("step_free") == Permission.NO) {
        blocked |= Mode.STEP_FREE.bit();
      }
    }
    return blocked;
  }

  private static String kind(Tags tags) {
    String highway = tags.text(Key.HIGHWAY);
    if (!highway.isEmpty()) {
      return highway;
    }
    if (tags.is(Key.ROUTE, "ferry")) {
      return "ferry";
    }
    return tags.is(Key.RAILWAY, "platform") || tags.is(Key.PUBLIC_TRANSPORT, "platform")
        ? "platform"
        : "";
  }

  private static Permission footDefault(Tags tags, Table.Row row) {
    for (Key key :
        new Key[] {Key.SIDEWALK, Key.SIDEWALK_BOTH, Key.SIDEWALK_LEFT, Key.SIDEWALK_RIGHT}) {
      switch (tags.text(key)) {
        case "yes", "both", "left", "right" -> {
          return Permission.YES;
        }
        default -> {
          // No pavement, or one that is drawn apart, takes no right away.
        }
      }
    }
    return row.permission("foot");
  }

  private static int flags(Tags tags, boolean ferry) {
    int flags = ferry ? StreetProfile.FERRY : 0;
    flags |= tags.is(Key.HIGHWAY, "steps") ? StreetProfile.STEPS : 0;
    flags |= tags.is(Key.HIGHWAY, "elevator") ? StreetProfile.ELEVATOR : 0;
    return Direction.roundabout(tags) ? flags | StreetProfile.ROUNDABOUT : flags;
  }

  private boolean stepFree(Tags tags) {
    if (tags.is(Key.WHEELCHAIR, "yes") || tags.is(Key.WHEELCHAIR, "designated")) {
      return true;
    }
    boolean ramp = tags.is(Key.RAMP_WHEELCHAIR, "yes");
    if (tags.is(Key.WHEELCHAIR, "no")
        || (tags.is(Key.HIGHWAY, "steps") && !ramp)
        || tags.has(Key.CONVEYING)) {
      return false;
    }
    for (Key key : new Key[] {Key.SURFACE, Key.SMOOTHNESS, Key.TRACKTYPE}) {
      Table.Row row = surface(tags, key);
      if (row != null && row.permission("step_free") == Permission.NO) {
        return false;
      }
    }
    return true;
  }

  private int bicycle(
      Tags tags,
      Table.Row row,
      Permission permission,
      boolean walkable,
      Direction direction,
      float[] paces) {
    float push = (float) (Mode.BICYCLE.usualMetresPerSecond() / PUSHING_METRES_PER_SECOND);
    boolean steps = tags.is(Key.HIGHWAY, "steps");
    float pushed = walkable ? steps ? push * (float) row.number("walk") : push : 0;
    float ridden = 0;
    if (permission == Permission.YES && !steps) {
      double slowest = 1;
      for (Key key : new Key[] {Key.SURFACE, Key.SMOOTHNESS, Key.TRACKTYPE}) {
        Table.Row surface = surface(tags, key);
        slowest = Math.max(slowest, surface == null ? 1 : surface.number("bicycle"));
      }
      ridden = (float) Math.min(push, slowest * row.number("bicycle_factor"));
    }
    boolean along = ridden > 0 && direction.bicycle.along();
    boolean against = ridden > 0 && direction.bicycle.against();
    paces[Mode.BICYCLE.number() * 2] = along ? ridden : direction.foot.along() ? pushed : 0;
    paces[Mode.BICYCLE.number() * 2 + 1] = against ? ridden : direction.foot.against() ? pushed : 0;
    return (along ? 0 : StreetProfile.PUSHED) | (against ? 0 : StreetProfile.PUSHED_BACK);
  }

  private double carKmh(Tags tags, Table.Row row, boolean against) {
    double limit = Speeds.limit(tags, against);
    double kmh = limit > 0 ? limit * SHARE_OF_LIMIT : row.number("car_kmh");
    for (Key key : new Key[] {Key.SURFACE, Key.SMOOTHNESS, Key.TRACKTYPE}) {
      Table.Row surface = surface(tags, key);
      kmh = Math.min(kmh, surface == null ? kmh : surface.number("car_kmh"));
    }
    boolean aisle = tags.is(Key.SERVICE, "parking_aisle") || tags.is(Key.SERVICE, "driveway");
    return aisle ? Math.min(kmh, AISLE_KMH) : kmh;
  }

  private Table.@Nullable Row surface(Tags tags, Key key) {
    String value = tags.get(key);
    return value == null ? null : surfaces.row(key.written() + "=" + value);
  }

  private static void put(
      float[] paces, Mode mode, Direction.Ways ways, float along, float against) {
    paces[mode.number() * 2] = ways.along() ? along : 0;
    paces[mode.number() * 2 + 1] = ways.against() ? against : 0;
  }
}
