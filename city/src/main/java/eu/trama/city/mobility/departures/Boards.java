package eu.trama.city.mobility.departures;

import eu.trama.city.mobility.DatedTimetable;
import eu.trama.city.mobility.DatedTimetables;
import eu.trama.city.mobility.departures.Departures.Departure;
import eu.trama.city.twin.City;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Properties;
import eu.trama.city.twin.Snapshot;
import eu.trama.city.twin.Twin;
import eu.trama.engines.transit.timetable.Timetable;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Service;

/// Makes the board of a stop: of its own departures and those of stops beside it with the same
/// name, which are its other platforms and directions.
@Service
class Boards {

  /// Opposite platforms and both sides of a street, not the next stop.
  private static final double BESIDE_METRES = 250;

  private static final double METRES_PER_DEGREE = 111_195;

  /// Clocks are put forward or back in the night, so the service day counts from noon less half a
  /// day, as GTFS has it.
  private static final int NOON_HOUR = 12;

  private final Twin twin;
  private final DatedTimetables timetables;

  Boards(Twin twin, DatedTimetables timetables) {
    this.twin = twin;
    this.timetables = timetables;
  }

  /// @param stop id of a stop of the city
  /// @return empty where the city has no such stop
  Optional<Board> of(City city, String stop, ZonedDateTime from, int most)
      throws InterruptedException {
    Snapshot today = twin.today(city.id());
    Optional<Feature> feature = twin.feature(today, Layers.STOPS.name(), stop);
    if (feature.isEmpty()) {
      return Optional.empty();
    }
    DatedTimetable day = timetables.on(city.id(), from.toLocalDate());
    ZonedDateTime start = start(from);
    List<Departure> departures =
        Departures.next(
            day.timetable(),
            beside(today, feature.get(), day.timetable()),
            (int) Duration.between(start, from).toSeconds(),
            most);
    List<Board.Row> rows = departures.stream().map(each -> row(today, each, start, from)).toList();
    List<Board.Other> others =
        day.otherDays().stream().map(each -> new Board.Other(each.feed(), each.date())).toList();
    return Optional.of(new Board(name(feature.get()), from, rows, others));
  }

  private static ZonedDateTime start(ZonedDateTime at) {
    return at.toLocalDate()
        .atTime(NOON_HOUR, 0)
        .atZone(at.getZone())
        .minus(Duration.ofHours(NOON_HOUR));
  }

  private List<Integer> beside(Snapshot today, Feature stop, Timetable timetable) {
    String name = name(stop);
    return twin.features(today, Layers.STOPS.name()).stream()
        .filter(each -> name(each).equals(name) && metres(stop, each) <= BESIDE_METRES)
        .map(each -> timetable.stopOf(each.id()))
        .filter(number -> number >= 0)
        .toList();
  }

  private Board.Row row(
      Snapshot today, Departure departure, ZonedDateTime start, ZonedDateTime from) {
    ZonedDateTime at = start.plusSeconds(departure.seconds());
    Properties line =
        twin.feature(today, Layers.LINES.name(), departure.route())
            .map(Feature::properties)
            .orElse(Properties.NONE);
    return new Board.Row(
        at.toLocalDate(),
        at.toLocalTime(),
        Duration.between(from, at).toMinutes(),
        line.text("short_name").or(() -> line.text("name")).orElse(departure.route()),
        line.text("mode").orElse(""),
        departure.towards());
  }

  private static String name(Feature stop) {
    return stop.properties().requireText("name");
  }

  private static double metres(Feature one, Feature other) {
    Coordinate a = place(one);
    Coordinate b = place(other);
    double east = (a.x - b.x) * Math.cos(Math.toRadians(a.y));
    return Math.hypot(east, a.y - b.y) * METRES_PER_DEGREE;
  }

  private static Coordinate place(Feature stop) {
    return java.util.Objects.requireNonNull(stop.geometry()).getCoordinate();
  }
}
