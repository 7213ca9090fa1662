package eu.trama.city.mobility;

import eu.trama.city.twin.CityView;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.FeatureCheck;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Properties;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What a line needs before journeys can be computed on it: stops, a run time between each two, and
/// headways that can be read.
///
/// The stops and times of a line of a feed are in the feed. A scenario can put it on other headways
/// or remove it; other stops or run times would change nothing, so they are refused.
@Component
class LineCheck implements FeatureCheck {

  private static final int MOST_STOPS = 300;
  private static final double LONGEST_DWELL_SECONDS = 3_600;

  /// What says nothing of a line whose timetable is in a feed.
  private static final List<String> IN_THE_FEED =
      List.of("feed", "route", "stops", "run_seconds", "both_directions", "dwell_seconds");

  private static final double LONGEST_HOP_SECONDS = 4 * 3_600;

  @Override
  public List<Finding> check(Feature feature, CityView city) {
    var findings = new ArrayList<Finding>();
    if (feature.layer().equals(Layers.LINES.name())) {
      Properties line = feature.properties();
      Properties before =
          city.before(feature.layer(), feature.id())
              .map(Feature::properties)
              .orElse(Properties.NONE);
      if (before.has("feed")) {
        checkOfFeed(feature.id(), line, before, findings);
      } else {
        checkOwn(feature.id(), line, findings);
        checkStops(feature.id(), line, findings);
      }
      checkHeadways(feature.id(), line, findings);
    }
    return findings;
  }

  private static void checkOfFeed(
      String id, Properties line, Properties before, List<Finding> findings) {
    for (String name : IN_THE_FEED) {
      if (!Objects.equals(line.values().get(name), before.values().get(name))) {
        findings.add(
            finding(
                "line-of-feed",
                id,
                name,
                before.requireText("feed"),
                "Its stops and times are in the timetable; change how often it runs, or remove it"
                    + " and add a line under another id."));
        return;
      }
    }
  }

  private static void checkOwn(String id, Properties line, List<Finding> findings) {
    for (String name : List.of("feed", "route")) {
      if (line.has(name)) {
        findings.add(
            finding(
                "line-own",
                id,
                name,
                line.requireText(name),
                "A line of a scenario has its times itself; leave this out."));
      }
    }
    double dwell = line.number("dwell_seconds").orElse(0);
    if (!(dwell >= 0 && dwell <= LONGEST_DWELL_SECONDS)) {
      findings.add(
          finding("line-dwell", id, "dwell_seconds", dwell, "Give seconds from 0 to 3600."));
    }
  }

  private static void checkStops(String id, Properties line, List<Finding> findings) {
    int stops = line.texts("stops").size();
    double[] runs = line.numbers("run_seconds");
    if (stops < 2 || stops > MOST_STOPS) {
      findings.add(
          finding(
              "line-stops",
              id,
              "stops",
              stops,
              "Give a line 2 to " + MOST_STOPS + " stops in order."));
    } else if (runs.length != stops - 1) {
      findings.add(
          finding(
              "line-run-times",
              id,
              "run_seconds",
              runs.length,
              "Give one run time between each two stops: " + (stops - 1) + "."));
    }
    for (double run : runs) {
      if (!(run >= 1 && run <= LONGEST_HOP_SECONDS)) {
        findings.add(
            finding("line-run-time", id, "run_seconds", run, "Give seconds from 1 to 14400."));
        return;
      }
    }
  }

  private static void checkHeadways(String id, Properties line, List<Finding> findings) {
    List<String> headways = line.texts("headways");
    if (headways.isEmpty() && (line.has("headways") || !line.has("feed"))) {
      findings.add(
          finding(
              "line-headways",
              id,
              "headways",
              "",
              "Say how often it runs, as weekday 07:00-22:00/300."));
    }
    checkOverlap(id, headways, findings);
    for (String headway : headways) {
      if (Headway.read(headway).isEmpty()) {
        findings.add(
            finding(
                "line-headway",
                id,
                "headways",
                headway,
                "Write day, times and seconds, as weekday 07:00-22:00/300."));
      }
    }
  }

  private static void checkOverlap(String id, List<String> headways, List<Finding> findings) {
    List<Headway> inOrder =
        headways.stream()
            .map(Headway::read)
            .flatMap(Optional::stream)
            .sorted(Comparator.comparing(Headway::day).thenComparingInt(Headway::from))
            .toList();
    for (int i = 1; i < inOrder.size(); i++) {
      Headway earlier = inOrder.get(i - 1);
      Headway later = inOrder.get(i);
      if (earlier.day() == later.day() && later.from() < earlier.to()) {
        findings.add(
            finding(
                "line-headways-overlap",
                id,
                "headways",
                headways,
                "Let each period of a day begin when or after the one before ends."));
        return;
      }
    }
  }

  private static Finding finding(
      String code, String line, String field, Object value, String advice) {
    return Finding.error(code, "scenario", 0, line + " " + field, value.toString(), advice);
  }
}
