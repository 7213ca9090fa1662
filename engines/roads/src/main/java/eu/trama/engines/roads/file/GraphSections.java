package eu.trama.engines.roads.file;

import eu.trama.engines.roads.graph.EdgeGrid;
import eu.trama.engines.roads.graph.Edges;
import eu.trama.engines.roads.graph.Names;
import eu.trama.engines.roads.graph.Network;
import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.graph.TurnTable;
import eu.trama.engines.roads.rules.Mode;
import eu.trama.engines.roads.rules.StreetProfile;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The sections of a graph, in their order.
final class GraphSections {
  private GraphSections() {}

  static void write(RoadGraph graph, SectionWriter out) throws IOException {
    RoadGraph.Parts parts = graph.parts();
    Edges edges = graph.edges();
    EdgeGrid grid = parts.grid();
    int modes = 0;
    for (Mode mode : Mode.values()) {
      modes |= graph.has(mode) ? mode.bit() : 0;
    }
    out.ints(
        new int[] {
          modes,
          grid.south(),
          grid.west(),
          grid.rowUnits(),
          grid.columnUnits(),
          grid.rows(),
          grid.columns()
        });
    out.ints(parts.latitudes());
    out.ints(parts.longitudes());
    out.ints(profiles(parts.profiles()));
    out.ints(edges.from());
    out.ints(edges.to());
    out.ints(edges.decimetres());
    out.ints(edges.profile());
    out.ints(edges.name());
    out.ints(edges.shapeFirst());
    out.bytes(edges.modes());
    out.column(edges.shape());
    out.column(edges.wayIds());
    out.column(parts.names().first());
    out.column(parts.names().bytes());
    out.ints(grid.first());
    out.ints(grid.members());
    for (Mode mode : Mode.values()) {
      if (graph.has(mode)) {
        write(graph.network(mode), out);
      }
    }
  }

  private static void write(Network network, SectionWriter out) throws IOException {
    out.ints(network.firstArc());
    out.ints(network.arcs());
    out.ints(network.arcChain());
    out.ints(network.chainArc());
    out.ints(network.chainEnds());
    out.ints(network.chainFirst());
    out.ints(network.chainEdges());
    out.ints(network.edgeChain());
    out.ints(network.edgeBefore());
    out.ints(network.edgeBeforeBack());
    out.ints(network.junction());
    out.ints(network.turns().rowOf());
    out.ints(network.turns().arcOf());
    out.ints(network.turns().rowFirst());
    out.ints(network.turns().rules());
  }

  static RoadGraph read(SectionReader in) throws GraphFileException {
    int[] head = in.ints(7);
    int[] latitudes = in.ints();
    int[] longitudes = in.ints(latitudes.length);
    StreetProfile[] profiles = profiles(in.ints());
    int[] from = in.ints();
    int count = from.length;
    Edges edges =
        new Edges(
            from,
            in.ints(count),
            in.ints(count),
            in.ints(count),
            in.ints(count),
            in.ints(count + 1L),
            in.bytes(count),
            in.column(),
            in.column());
    Names names = new Names(in.column(), in.column());
    EdgeGrid grid =
        new EdgeGrid(
            head[1],
            head[2],
            head[3],
            head[4],
            head[5],
            head[6],
            in.ints((long) head[5] * head[6] + 1),
            in.ints());
    @Nullable Network[] networks = new @Nullable Network[Mode.values().length];
    for (Mode mode : Mode.values()) {
      if ((head[0] & mode.bit()) != 0) {
        networks[mode.number()] = network(in, count);
      }
    }
    return new RoadGraph(latitudes, longitudes, edges, profiles, names, grid, networks);
  }

  private static Network network(SectionReader in, int edges) throws GraphFileException {
    int[] firstArc = in.ints();
    int[] arcs = in.ints();
    int[] arcChain = in.ints(arcs.length / 2);
    int[] chainArc = in.ints();
    return new Network(
        firstArc,
        arcs,
        arcChain,
        chainArc,
        in.ints(chainArc.length),
        in.ints(chainArc.length / 2 + 1L),
        in.ints(),
        in.ints(edges),
        in.ints(edges),
        in.ints(edges),
        in.ints(firstArc.length - 1L),
        new TurnTable(in.ints(), in.ints(), in.ints(), in.ints()));
  }

  private static int[] profiles(StreetProfile[] profiles) {
    int row = StreetProfile.PACES + 1;
    int[] numbers = new int[profiles.length * row];
    for (int p = 0; p < profiles.length; p++) {
      numbers[p * row] = profiles[p].flags();
      for (int i = 1; i < row; i++) {
        numbers[p * row + i] = Float.floatToIntBits(profiles[p].paces()[i - 1]);
      }
    }
    return numbers;
  }

  private static StreetProfile[] profiles(int[] numbers) {
    int row = StreetProfile.PACES + 1;
    StreetProfile[] profiles = new StreetProfile[numbers.length / row];
    for (int p = 0; p < profiles.length; p++) {
      float[] paces = new float[StreetProfile.PACES];
      for (int i = 1; i < row; i++) {
        paces[i - 1] = Float.intBitsToFloat(numbers[p * row + i]);
      }
      profiles[p] = new StreetProfile(numbers[p * row], paces);
    }
    return profiles;
  }
}
