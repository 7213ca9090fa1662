package eu.trama.engines.roads.bench;

import eu.trama.engines.roads.file.GraphFile;
import eu.trama.engines.roads.graph.OsmOptions;
import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.graph.StreetGraphs;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a graph, or opens one in a fresh process.
public final class OpenBench {
  private OpenBench() {}

  /// Takes the graph's file, and the PBF file where it should be written first.
  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    if (args.length > 1) {
      GraphFile.write(
          StreetGraphs.read(Path.of(args[1]), OsmOptions.usual()).graph().orElseThrow(), file);
      System.out.printf("%d bytes%n", Files.size(file));
      return;
    }
    long before = System.nanoTime();
    RoadGraph graph = GraphFile.open(file);
    System.out.printf(
        "opened %d edges in %.1f ms%n", graph.edges().count(), (System.nanoTime() - before) / 1e6);
  }
}
