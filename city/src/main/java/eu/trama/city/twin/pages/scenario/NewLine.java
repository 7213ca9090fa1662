package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.CityView;
import eu.trama.city.twin.Edit;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.LocalMetres;
import eu.trama.city.twin.Properties;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/// The answers about a new line, as they were typed.
///
/// @param stops ids in order
/// @param speed in km/h, stops included
/// @param minutes between departures
record NewLine(String name, String modeKey, List<String> stops, String speed, String minutes) {

  /// More stops than the longest line of either city has.
  static final int MOST_STOPS = 150;

  private static final double METRES_PER_SECOND = 1 / 3.6;
  private static final double LEAST_SPEED = 3;
  private static final double MOST_SPEED = 160;

  /// No vehicle leaves a stop and reaches another sooner.
  private static final double LEAST_RUN_SECONDS = 15;

  /// What can run on a line, with a speed to start from, km/h, stops included: our estimate from
  /// the run times of the packs' lines, and for the bus from what Barcelona's operator publishes.
  enum Mode {
    METRO(27),
    TRAM(18),
    BUS(12),
    RAIL(38);

    private final int speed;

    Mode(int speed) {
      this.speed = speed;
    }

    int speed() {
      return speed;
    }

    String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// The questions, in the order they are asked.
  enum Question {
    NAME,
    MODE,
    STOPS,
    SPEED,
    HEADWAY,
    CHECK;

    private static final List<Question> ORDER = List.of(values());

    String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// From 1.
    int number() {
      return ORDER.indexOf(this) + 1;
    }

    Question next() {
      return this == CHECK ? CHECK : ORDER.get(ORDER.indexOf(this) + 1);
    }
  }

  /// Refuses an answer that cannot be taken.
  ///
  /// @throws eu.trama.city.twin.BadInput naming the question
  void check(Question question) {
    switch (question) {
      case NAME -> Editing.name(name);
      case MODE -> mode();
      case STOPS -> {
        if (stops.size() < 2 || stops.size() > MOST_STOPS) {
          throw Editing.refused(
              "stops-few", "stop", String.valueOf(stops.size()), "Choose 2 to 150 stops.");
        }
      }
      case SPEED -> metresPerSecond();
      case HEADWAY -> headwaySeconds();
      case CHECK -> {}
    }
  }

  Mode mode() {
    for (Mode each : Mode.values()) {
      if (each.key().equals(modeKey)) {
        return each;
      }
    }
    throw Editing.refused("choose", "mode", modeKey, "Choose one.");
  }

  private double metresPerSecond() {
    return Answers.number("speed", speed, LEAST_SPEED, MOST_SPEED) * METRES_PER_SECOND;
  }

  long headwaySeconds() {
    return Answers.seconds("minutes", minutes);
  }

  /// The step that adds the line: it runs both ways, every day, as often from 5 to 24 h.
  Edit edit(CityView city) {
    for (Question question : Question.values()) {
      check(question);
    }
    LineString shape = shape(city);
    var properties = new TreeMap<String, Object>();
    properties.put("name", name.strip());
    properties.put("mode", mode().key());
    properties.put("both_directions", true);
    properties.put("dwell_seconds", 0);
    properties.put("stops", stops);
    properties.put("run_seconds", runSeconds(shape, LocalMetres.of(city.city())));
    properties.put("headways", Headway.written(Headway.constant(headwaySeconds())));
    String layer = Layers.LINES.name();
    return new Edit.Add(
        new Feature(
            layer, Editing.freeId(city, layer, name.strip()), shape, new Properties(properties)));
  }

  private LineString shape(CityView city) {
    var places = new ArrayList<Coordinate>();
    for (String stop : stops) {
      Feature feature =
          city.feature(Layers.STOPS.name(), stop)
              .orElseThrow(
                  () -> Editing.refused("stop-unknown", "stop", stop, "Choose stops of the list."));
      places.add(Objects.requireNonNull(feature.geometry()).getCoordinate());
    }
    return GeoJson.WGS84.createLineString(places.toArray(Coordinate[]::new));
  }

  /// Straight from stop to stop at the chosen speed, which has the stops' time in it.
  private List<Double> runSeconds(LineString shape, LocalMetres metres) {
    Coordinate[] places = metres.fromDegrees(shape).getCoordinates();
    var seconds = new ArrayList<Double>();
    for (int i = 1; i < places.length; i++) {
      double run = places[i - 1].distance(places[i]) / metresPerSecond();
      seconds.add(Math.max(LEAST_RUN_SECONDS, (double) Math.round(run)));
    }
    return seconds;
  }
}
