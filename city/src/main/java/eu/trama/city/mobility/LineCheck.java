package eu.trama.city.mobility;

import eu.trama.city.twin.CityView;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.FeatureCheck;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Properties;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// What a line needs before journeys can be computed on it: stops, a run time between each two, and
/// headways that can be read. The times of a line of a feed are in the feed; there only headways
/// that replace them are checked.
@Component
class LineCheck implements FeatureCheck {

  private static final int MOST_STOPS = 300;
  private static final double LONGEST_HOP_SECONDS = 4 * 3_600;

  @Override
  public List<Finding> check(Feature feature, CityView city) {
    var findings = new ArrayList<Finding>();
    if (feature.layer().equals(Layers.LINES.name())) {
      Properties line = feature.properties();
      if (!line.has("feed")) {
        checkStops(feature.id(), line, findings);
      }
      checkHeadways(feature.id(), line, findings);
    }
    return findings;
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
    if (headways.isEmpty() && !line.has("feed")) {
      findings.add(
          finding(
              "line-headways",
              id,
              "headways",
              "",
              "Say how often it runs, as weekday 07:00-22:00/300."));
    }
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

  private static Finding finding(
      String code, String line, String field, Object value, String advice) {
    return Finding.error(code, "scenario", 0, line + " " + field, value.toString(), advice);
  }
}
