package eu.trama.engines.roads.rules;

import eu.trama.engines.roads.osm.Key;
import eu.trama.engines.roads.osm.Tags;
import org.jspecify.annotations.Nullable;

/// Who may use a street or pass a point: of the keys that apply, the narrowest that says something
/// counts, as in <https://wiki.openstreetmap.org/wiki/Key:access#Transport_mode_restrictions>.
final class AccessRules {
  private static final Key[] FOOT = {Key.FOOT, Key.ACCESS};
  private static final Key[] BICYCLE = {Key.BICYCLE, Key.VEHICLE, Key.ACCESS};
  private static final Key[] MOTOR = {Key.MOTORCAR, Key.MOTOR_VEHICLE, Key.VEHICLE, Key.ACCESS};

  private final Table values = new Table("access.csv", 1);

  Permission foot(Tags tags, Permission otherwise) {
    return first(tags, FOOT, otherwise);
  }

  Permission bicycle(Tags tags, Permission otherwise) {
    return first(tags, BICYCLE, otherwise);
  }

  Permission motor(Tags tags, Permission otherwise) {
    return first(tags, MOTOR, otherwise);
  }

  private Permission first(Tags tags, Key[] keys, Permission otherwise) {
    for (Key key : keys) {
      Permission said = said(tags.get(key));
      if (said != null) {
        // What is open to the public in general is not open to cars for that: access=yes on a path
        // speaks of who, not of what with. A ban in general holds for all.
        boolean general = key == Key.ACCESS || key == Key.VEHICLE;
        return general && said != Permission.NO ? otherwise : said;
      }
    }
    return otherwise;
  }

  private @Nullable Permission said(@Nullable String value) {
    Table.Row row = value == null ? null : values.row(value);
    return row == null ? null : row.permission("permission");
  }
}
