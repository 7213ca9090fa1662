package eu.trama.city.mobility;

import eu.trama.city.twin.CityView;
import eu.trama.city.twin.Parameters;
import eu.trama.city.twin.Results;
import eu.trama.city.twin.RunContext;
import eu.trama.city.twin.Zone;
import eu.trama.city.twin.Zones;
import eu.trama.engines.lanes.Lanes;
import eu.trama.engines.transit.geo.NearOrder;
import eu.trama.engines.transit.geo.Places;
import eu.trama.engines.transit.search.Catchment;
import eu.trama.engines.transit.search.DepartureWindow;
import eu.trama.engines.transit.search.Percentiles;
import eu.trama.engines.transit.search.Reach;
import eu.trama.engines.transit.search.ReachPlan;
import eu.trama.engines.transit.search.ReachSearch;
import eu.trama.engines.transit.search.SearchLimits;
import eu.trama.engines.transit.timetable.Timetable;
import eu.trama.engines.transit.walking.StraightLine;
import eu.trama.engines.transit.walking.Walking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/// One computation of the [ReachModel].
final class ReachOfCity {

  private static final int SECONDS_PER_MINUTE = 60;
  private static final double DECIMALS = 1_000;

  private final CityView city;
  private final Parameters parameters;
  private final RunContext context;
  private final Feeds feeds;
  private final SortedMap<String, Object> notes = new TreeMap<>();

  ReachOfCity(CityView city, Parameters parameters, RunContext context, Feeds feeds) {
    this.feeds = feeds;
    this.city = city;
    this.parameters = parameters;
    this.context = context;
  }

  Results compute() throws InterruptedException {
    context.progress(0, "timetable");
    List<Zone> zones = Zones.of(city, Zones.NEIGHBOURHOOD);
    List<PeoplePoint> origins = PeoplePoint.of(city.city(), zones, parameters.number("spacing"));
    var opportunities = Opportunities.of(city, origins);
    Walking walking = CityWalking.of(city, parameters.number("speed"));
    notes.put("walking", walking instanceof StraightLine ? "straight-line" : "streets");
    var service = CityTimetable.compose(city, day(), walking, feeds);
    notes.putAll(service.notes());
    notes.put("origins", (long) origins.size());
    notes.put("destinations", (long) opportunities.places().size());
    var catchment = new Catchment(service.timetable(), walking, opportunities.places(), limits());
    note(service.timetable());
    return results(origins, search(origins, catchment, opportunities));
  }

  private Headway.Day day() {
    return Headway.Day.valueOf(parameters.text("day").toUpperCase(Locale.ROOT));
  }

  private SearchLimits limits() {
    int walk = parameters.whole("walk") * SECONDS_PER_MINUTE;
    int longest = ReachModel.MINUTES.getLast() * SECONDS_PER_MINUTE;
    return new SearchLimits(parameters.whole("rides"), walk, walk, walk, longest);
  }

  private DepartureWindow window() {
    int from = parameters.time("from").toSecondOfDay();
    return DepartureWindow.everyMinute(
        from, from + parameters.whole("window") * SECONDS_PER_MINUTE);
  }

  private void note(Timetable timetable) {
    notes.put("stops", (long) timetable.stopCount());
    notes.put("patterns", (long) timetable.patternCount());
    notes.put("trips", (long) timetable.tripCount());
  }

  /// Searches from every origin, batch by batch, each of origins that lie near each other.
  ///
  /// @return for each origin the indicators' values, in the order of [ReachModel#indicators]
  private List<double[]> search(
      List<PeoplePoint> origins, Catchment catchment, Opportunities opportunities)
      throws InterruptedException {
    var plan = new ReachPlan(catchment, window());
    var places =
        new Places(
            origins.stream().mapToDouble(PeoplePoint::lat).toArray(),
            origins.stream().mapToDouble(PeoplePoint::lon).toArray());
    int[] order = NearOrder.of(places);
    var values = new double[origins.size()][];
    var done = new AtomicInteger();
    List<Callable<Void>> parts = new ArrayList<>();
    for (int first = 0; first < order.length; first += Lanes.WIDEST) {
      int[] some = Arrays.copyOfRange(order, first, Math.min(order.length, first + Lanes.WIDEST));
      parts.add(() -> {
        Percentiles found =
            new ReachSearch(plan).percentiles(places.some(some), 0, some.length, percents());
        for (int i = 0; i < some.length; i++) {
          values[some[i]] = values(found, i, opportunities);
        }
        context.progress((double) done.addAndGet(some.length) / origins.size(), "search");
        return null;
      });
    }
    context.parallel(parts);
    return List.of(values);
  }

  private static int[] percents() {
    return ReachModel.PERCENTILES.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double[] values(Percentiles found, int origin, Opportunities opportunities) {
    var reaches = new ArrayList<Reach>();
    for (int i = 0; i < ReachModel.PERCENTILES.size(); i++) {
      reaches.add(found.reach(origin, i));
    }
    var values = new double[Measure.values().length * ReachModel.MINUTES.size() * reaches.size()];
    int next = 0;
    for (Measure measure : Measure.values()) {
      double[] weights = opportunities.weight(measure);
      for (int minutes : ReachModel.MINUTES) {
        for (Reach reach : reaches) {
          values[next++] = reach.sum(minutes * SECONDS_PER_MINUTE, weights);
        }
      }
    }
    return values;
  }

  /// A zone's value is the mean over its origins.
  private Results results(List<PeoplePoint> origins, List<double[]> values) {
    var indicators = ReachModel.INDICATORS;
    var byIndicator = new TreeMap<String, SortedMap<String, Double>>();
    for (int i = 0; i < indicators.size(); i++) {
      var sums = new TreeMap<String, double[]>();
      for (int origin = 0; origin < origins.size(); origin++) {
        double[] sum = sums.computeIfAbsent(origins.get(origin).zone(), zone -> new double[2]);
        sum[0] += values.get(origin)[i];
        sum[1]++;
      }
      var byZone = new TreeMap<String, Double>();
      sums.forEach(
          (zone, sum) -> byZone.put(zone, Math.rint(sum[0] / sum[1] * DECIMALS) / DECIMALS));
      byIndicator.put(indicators.get(i).id(), byZone);
    }
    return new Results(byIndicator, notes);
  }
}
