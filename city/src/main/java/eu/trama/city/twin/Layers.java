package eu.trama.city.twin;

import static eu.trama.city.twin.Field.Type.FLAG;
import static eu.trama.city.twin.Field.Type.NUMBER;
import static eu.trama.city.twin.Field.Type.NUMBERS;
import static eu.trama.city.twin.Field.Type.TEXT;
import static eu.trama.city.twin.Field.Type.TEXTS;
import static eu.trama.city.twin.Field.Type.WHOLE;
import static eu.trama.city.twin.Field.optional;
import static eu.trama.city.twin.Field.required;
import static eu.trama.city.twin.LayerSchema.Shape.LINE;
import static eu.trama.city.twin.LayerSchema.Shape.NONE;
import static eu.trama.city.twin.LayerSchema.Shape.POINT;
import static eu.trama.city.twin.LayerSchema.Shape.POLYGON;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// The layers that every city has. Names are those that addresses, scenarios and packs use.
public final class Layers {

  /// Nested areas: city, district, neighbourhood, statistical area, section. `boundary` is
  /// `official`, or `stand-in` where cells around the centroids stand for it.
  public static final LayerSchema ZONES =
      LayerSchema.of(
          "zones",
          EnumSet.of(POLYGON, POINT),
          required("level", TEXT),
          required("code", TEXT),
          required("name", TEXT),
          optional("parent", TEXT),
          required("boundary", TEXT));

  /// Facts about zones: one feature per zone, indicator and year.
  public static final LayerSchema STATISTICS =
      LayerSchema.of(
          "statistics",
          EnumSet.of(NONE),
          required("zone", TEXT),
          required("indicator", TEXT),
          required("year", WHOLE),
          required("value", NUMBER));

  public static final LayerSchema STOPS =
      LayerSchema.of("stops", EnumSet.of(POINT), required("name", TEXT));

  /// Lines of public transport. A line of a timetable feed names its `feed` and `route`, and its
  /// times are in the feed; any other line has its stops, run times and headways here. `headways`
  /// are texts such as `weekday 07:00-09:30/240`: day, from, to, seconds between two departures.
  /// `timetable_headways` say likewise how often a line of a feed runs by its timetable; with
  /// `headways` it runs by those instead.
  public static final LayerSchema LINES =
      LayerSchema.of(
          "lines",
          EnumSet.of(LINE, NONE),
          required("name", TEXT),
          required("mode", TEXT),
          optional("short_name", TEXT),
          optional("agency", TEXT),
          optional("agency_names", TEXTS),
          optional("colour", TEXT),
          optional("feed", TEXT),
          optional("route", TEXT),
          optional("both_directions", FLAG),
          optional("dwell_seconds", NUMBER).in("s"),
          optional("stops", TEXTS).referring("stops"),
          optional("run_seconds", NUMBERS).in("s"),
          optional("headways", TEXTS),
          optional("timetable_headways", TEXTS));

  /// Timetable feeds: the file itself is kept, named by its hash in `blob`.
  public static final LayerSchema TIMETABLES =
      LayerSchema.of("timetables", EnumSet.of(POLYGON, POINT, LINE, NONE), required("blob", TEXT));

  /// Places that people need: `kind` is `school`, `health` or `social`.
  public static final LayerSchema FACILITIES =
      LayerSchema.of(
          "facilities", EnumSet.of(POINT), required("kind", TEXT), required("name", TEXT));

  public static final LayerSchema STREETS =
      LayerSchema.of("streets", EnumSet.of(LINE), required("name", TEXT));

  /// Buildings by the outline of what they cover. `height` is from the ground to the top, `ground`
  /// the height of the ground as the file's system of heights has it; `blob` names the file that is
  /// kept, and `lods` the levels of detail that it has of the building.
  public static final LayerSchema BUILDINGS =
      LayerSchema.of(
          "buildings",
          EnumSet.of(POLYGON),
          optional("height", NUMBER).in("m"),
          optional("storeys", WHOLE),
          optional("year", WHOLE),
          optional("use", TEXT),
          optional("ground", NUMBER).in("m"),
          optional("lods", TEXTS),
          optional("blob", TEXT));

  public static final List<LayerSchema> ALL =
      List.of(ZONES, STATISTICS, STOPS, LINES, TIMETABLES, FACILITIES, STREETS, BUILDINGS);

  private Layers() {}

  public static Optional<LayerSchema> byName(String name) {
    return ALL.stream().filter(layer -> layer.name().equals(name)).findFirst();
  }
}
