package eu.trama.city.mobility;

import eu.trama.city.twin.CityView;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Properties;
import eu.trama.engines.transit.lines.FrequencyLine;
import eu.trama.engines.transit.lines.LineStop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/// The lines of a city that run by headways on a kind of day, as the reach engine takes them.
final class LinesOfDay {

  private final Headway.Day day;
  private final Map<String, LineStop> stops = new HashMap<>();

  private LinesOfDay(CityView city, Headway.Day day) {
    this.day = day;
    for (Feature stop : city.features(Layers.STOPS.name())) {
      Coordinate place = java.util.Objects.requireNonNull(stop.geometry()).getCoordinate();
      String name = stop.properties().requireText("name");
      stops.put(stop.id(), new LineStop(stop.id(), name, place.y, place.x));
    }
  }

  /// @return in the order of their ids; lines of feeds, and lines that do not run on that kind of
  ///   day, are left out
  static List<FrequencyLine> of(CityView city, Headway.Day day) {
    var lines = new LinesOfDay(city, day);
    return city.features(Layers.LINES.name()).stream()
        .filter(line -> !line.properties().has("feed"))
        .map(lines::line)
        .flatMap(Optional::stream)
        .toList();
  }

  /// The headways of a line on a kind of day, in order.
  static List<eu.trama.engines.transit.lines.Headway> headways(Properties line, Headway.Day day) {
    return line.texts("headways").stream()
        .map(text ->
            Headway.read(text).orElseThrow(() -> new IllegalStateException("headway " + text)))
        .filter(headway -> headway.day() == day)
        .sorted(Comparator.comparingInt(Headway::from))
        .map(h -> new eu.trama.engines.transit.lines.Headway(h.from(), h.to(), h.seconds()))
        .toList();
  }

  private Optional<FrequencyLine> line(Feature feature) {
    Properties line = feature.properties();
    var headways = headways(line, day);
    List<String> ids = line.texts("stops");
    double[] runs = line.numbers("run_seconds");
    var along = new ArrayList<LineStop>();
    var seconds = new ArrayList<Integer>();
    double since = 0;
    for (int i = 0; i < ids.size(); i++) {
      since += i == 0 ? 0 : runs[i - 1];
      LineStop stop = stops.get(ids.get(i));
      // At a closed stop vehicles pass: its two runs become one.
      if (stop != null) {
        if (!along.isEmpty()) {
          seconds.add(Math.max(1, (int) Math.rint(since)));
        }
        along.add(stop);
        since = 0;
      }
    }
    if (along.size() < 2 || headways.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FrequencyLine(
            feature.id(),
            line.requireText("name"),
            along,
            seconds,
            (int) line.number("dwell_seconds").orElse(0),
            line.flag("both_directions"),
            headways));
  }
}
