package eu.trama.engines.roads.bench;

import eu.trama.engines.roads.graph.OsmOptions;
import eu.trama.engines.roads.graph.Reading;
import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.graph.StreetGraphs;
import eu.trama.engines.roads.rules.Mode;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.EnumSet;

/// Builds a graph once in a fresh process, as an import does: processor seconds of all threads, the
/// compiler's included, and what the graph holds.
public final class BuildBench {
  private BuildBench() {}

  /// Takes the PBF file, and the modes where not all are wanted.
  public static void main(String[] args) throws Exception {
    OsmOptions options = OsmOptions.usual();
    if (args.length > 1) {
      EnumSet<Mode> modes = EnumSet.noneOf(Mode.class);
      for (int i = 1; i < args.length; i++) {
        modes.add(Mode.valueOf(args[i]));
      }
      options = options.serving(modes);
    }
    long before = cpu();
    long clock = System.nanoTime();
    Reading reading = StreetGraphs.read(Path.of(args[0]), options);
    double wall = (System.nanoTime() - clock) / 1e9;
    double used = (cpu() - before) / 1e9;
    RoadGraph graph = reading.graph().orElseThrow();
    System.out.printf(
        "built in %.2f s, %.2f processor s (%.2f with the start of the JVM), %d junctions, %d edges%n",
        wall, used, cpu() / 1e9, graph.junctions(), graph.edges().count());
    for (Mode mode : Mode.values()) {
      if (graph.has(mode)) {
        System.out.printf(
            "  %s: %d nodes, %d arcs, %d states%n",
            mode,
            graph.network(mode).nodes(),
            graph.network(mode).arcCount(),
            graph.network(mode).turns().states());
      }
    }
    System.out.println(reading.findings().counts());
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
