package eu.trama.city.mobility;

import eu.trama.city.twin.CityView;
import eu.trama.city.twin.Indicator;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Model;
import eu.trama.city.twin.Parameter;
import eu.trama.city.twin.Parameters;
import eu.trama.city.twin.Results;
import eu.trama.city.twin.RunContext;
import eu.trama.engines.lanes.Lanes;
import eu.trama.engines.transit.search.ReachSearch;
import eu.trama.engines.transit.timetable.Timetable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Who reaches what on foot and by public transport: for each neighbourhood the people, schools,
/// health centres and social-service centres within 15, 30 and 45 minutes.
///
/// Every minute of a departure window is searched, so that waiting counts as a traveller meets it.
/// The 50th percentile is what half of the departures allow; the 90th what nine of ten do; the 10th
/// what a traveller who picks the best moments gets. A neighbourhood's value is the mean over
/// points spread evenly in it.
@Component
public class ReachModel implements Model {

  static final List<String> DAYS =
      Stream.of(Headway.Day.values()).map(day -> day.name().toLowerCase(Locale.ROOT)).toList();
  static final List<Integer> MINUTES = List.of(15, 30, 45);
  static final List<Integer> PERCENTILES = List.of(10, 50, 90);
  static final List<Indicator> INDICATORS = allIndicators();

  private final Feeds feeds;

  ReachModel(Feeds feeds) {
    this.feeds = feeds;
  }

  @Override
  public String id() {
    return "reach";
  }

  @Override
  public String version() {
    return "2";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.choice("day", DAYS),
        new Parameter("from", Parameter.Kind.TIME, "08:00", "", 0, 0),
        new Parameter("window", Parameter.Kind.WHOLE, 120L, "min", 1, 240),
        new Parameter("rides", Parameter.Kind.WHOLE, 4L, "", 1, 8),
        new Parameter("walk", Parameter.Kind.WHOLE, 20L, "min", 1, 45),
        new Parameter("speed", Parameter.Kind.NUMBER, 1.33, "m/s", 0.5, 2.5),
        new Parameter("spacing", Parameter.Kind.WHOLE, 500L, "m", 200, 2_000));
  }

  @Override
  public List<String> reads() {
    return List.of(
        Layers.ZONES.name(),
        Layers.STATISTICS.name(),
        Layers.STOPS.name(),
        Layers.LINES.name(),
        Layers.TIMETABLES.name(),
        Layers.FACILITIES.name(),
        Layers.STREETS.name());
  }

  @Override
  public List<Indicator> indicators() {
    return INDICATORS;
  }

  private static List<Indicator> allIndicators() {
    var indicators = new ArrayList<Indicator>();
    for (Measure measure : Measure.values()) {
      for (int minutes : MINUTES) {
        for (int percentile : PERCENTILES) {
          indicators.add(indicator(measure, minutes, percentile));
        }
      }
    }
    return List.copyOf(indicators);
  }

  static Indicator indicator(Measure measure, int minutes, int percentile) {
    return new Indicator(
        measure.key() + "-" + minutes + "-p" + percentile,
        measure.key(),
        measure.unit(),
        Indicator.Better.HIGHER,
        new TreeMap<>(
            Map.of("minutes", String.valueOf(minutes), "percentile", String.valueOf(percentile))));
  }

  @Override
  public List<Class<?>> code() {
    return List.of(ReachModel.class, ReachSearch.class, Timetable.class, Lanes.class);
  }

  @Override
  public Results run(CityView city, Parameters parameters, RunContext context)
      throws InterruptedException {
    return new ReachOfCity(city, parameters, context, feeds).compute();
  }
}
