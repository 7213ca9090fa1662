package eu.trama.engines.roads.bench;

import eu.trama.engines.roads.graph.OsmOptions;
import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.graph.StreetGraphs;
import eu.trama.engines.roads.route.StreetSearch;
import eu.trama.engines.roads.route.Targets;
import eu.trama.engines.roads.rules.Mode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;

/// Walks from every hexagon of Porto Alegre to every hexagon and stop: processor milliseconds a
/// search, the median of rounds over all origins.
public final class ReachBench {
  private static final int ROUNDS = 15;

  private ReachBench() {}

  /// Takes the folder of Porto Alegre's files, and a mode (WALK where none is named).
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Mode mode = args.length > 1 ? Mode.valueOf(args[1]) : Mode.WALK;
    RoadGraph graph =
        StreetGraphs.read(folder.resolve("poa_osm.pbf"), OsmOptions.usual()).graph().orElseThrow();
    double[][] hexagons = hexagons(folder.resolve("poa_hexgrid.csv"));
    double[][] stops = stops(folder.resolve("poa_eptc.zip"));
    Targets toHexagons = Targets.prepare(graph, mode, hexagons[0], hexagons[1], 300);
    Targets toStops = Targets.prepare(graph, mode, stops[0], stops[1], 300);
    for (int minutes : new int[] {10, 30, 60}) {
      measure(graph, mode, hexagons, toHexagons, toStops, minutes * 60);
    }
  }

  private static void measure(
      RoadGraph graph,
      Mode mode,
      double[][] origins,
      Targets toHexagons,
      Targets toStops,
      int limit) {
    StreetSearch search = StreetSearch.on(graph, mode);
    short[] first = new short[toHexagons.size()];
    short[] second = new short[toStops.size()];
    double speed = mode == Mode.CAR ? 1 : mode.usualMetresPerSecond();
    double[] rounds = new double[ROUNDS];
    long reached = 0;
    for (int round = 0; round < ROUNDS; round++) {
      reached = 0;
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (int o = 0; o < origins[0].length; o++) {
        search.from(origins[0][o], origins[1][o], limit, speed);
        search.seconds(toHexagons, first);
        search.seconds(toStops, second);
        for (short seconds : first) {
          reached += seconds < StreetSearch.UNREACHED ? 1 : 0;
        }
        for (short seconds : second) {
          reached += seconds < StreetSearch.UNREACHED ? 1 : 0;
        }
      }
      rounds[round] =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before)
              / 1e6
              / origins[0].length;
    }
    Arrays.sort(rounds);
    System.out.printf(
        "%s, %d min: %.4f ms a search (best %.4f), to %d hexagons and %d stops, %.0f reached%n",
        mode,
        limit / 60,
        rounds[ROUNDS / 2],
        rounds[0],
        first.length,
        second.length,
        (double) reached / origins[0].length);
  }

  static double[][] hexagons(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    double[][] places = new double[2][lines.size() - 1];
    for (int i = 1; i < lines.size(); i++) {
      String[] fields = lines.get(i).split(",", -1);
      places[0][i - 1] = Double.parseDouble(fields[2]);
      places[1][i - 1] = Double.parseDouble(fields[1]);
    }
    return places;
  }

  static double[][] stops(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStreamReader in =
            new InputStreamReader(
                zip.getInputStream(zip.getEntry("stops.txt")), StandardCharsets.UTF_8)) {
      List<String> lines = in.readAllLines();
      List<String> header = Arrays.asList(lines.getFirst().replace("\"", "").split(",", -1));
      double[][] places = new double[2][lines.size() - 1];
      for (int i = 1; i < lines.size(); i++) {
        String[] fields = lines.get(i).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        places[0][i - 1] = Double.parseDouble(fields[header.indexOf("stop_lat")].replace("\"", ""));
        places[1][i - 1] = Double.parseDouble(fields[header.indexOf("stop_lon")].replace("\"", ""));
      }
      return places;
    }
  }
}
