package eu.trama.engines.roads.graph;

import eu.trama.engines.roads.rules.Mode;
import eu.trama.engines.roads.rules.StreetProfile;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Streets as a graph: junctions in the order of Hilbert's curve, edges between them, and for each
/// mode a [Network] to search in. Immutable, shared by all threads.
public final class RoadGraph {
  private final int[] latitudes;
  private final int[] longitudes;
  private final Edges edges;
  private final StreetProfile[] profiles;
  private final Names names;
  private final EdgeGrid grid;
  private final @Nullable Network[] networks;

  /// Puts the parts together; whoever builds or opens a graph does this.
  ///
  /// @param networks by the order of modes, null where a mode was not asked for
  public RoadGraph(
      int[] latitudes,
      int[] longitudes,
      Edges edges,
      StreetProfile[] profiles,
      Names names,
      EdgeGrid grid,
      @Nullable Network[] networks) {
    this.latitudes = latitudes;
    this.longitudes = longitudes;
    this.edges = edges;
    this.profiles = profiles;
    this.names = names;
    this.grid = grid;
    this.networks = networks;
  }

  public int junctions() {
    return latitudes.length;
  }

  /// Units of 1e-7 degrees.
  public int latitude(int junction) {
    return latitudes[junction];
  }

  public int longitude(int junction) {
    return longitudes[junction];
  }

  public Edges edges() {
    return edges;
  }

  public StreetProfile profile(int edge) {
    return profiles[edges.profile()[edge]];
  }

  public String name(int edge) {
    return names.get(edges.name()[edge]);
  }

  public int cost(int edge, Mode mode, boolean against) {
    return edges.cost(profiles, edge, mode, against);
  }

  /// Latitude of the point of an edge, from 0 at its first junction to `points - 1` at its last.
  public int latitude(int edge, int point) {
    if (point == 0) {
      return latitudes[edges.from()[edge]];
    }
    int at = edges.shapeFirst()[edge] + point - 1;
    return at == edges.shapeFirst()[edge + 1]
        ? latitudes[edges.to()[edge]]
        : edges.shape().integer(at * 2);
  }

  public int longitude(int edge, int point) {
    if (point == 0) {
      return longitudes[edges.from()[edge]];
    }
    int at = edges.shapeFirst()[edge] + point - 1;
    return at == edges.shapeFirst()[edge + 1]
        ? longitudes[edges.to()[edge]]
        : edges.shape().integer(at * 2 + 1);
  }

  public boolean has(Mode mode) {
    return networks[mode.number()] != null;
  }

  /// The network of a mode.
  ///
  /// @throws IllegalArgumentException where the graph was built without it
  public Network network(Mode mode) {
    Network network = networks[mode.number()];
    if (network == null) {
      throw new IllegalArgumentException("the graph was built without " + mode);
    }
    return network;
  }

  /// A searcher of nearest streets, for one thread.
  public Snapper snapper() {
    return new Snapper(this, grid);
  }

  /// The parts that a file keeps.
  public Parts parts() {
    return new Parts(latitudes, longitudes, profiles, names, grid, networks);
  }

  /// Parts that nobody but a file needs.
  @SuppressWarnings("ArrayRecordComponent") // columns, never compared
  public record Parts(
      int[] latitudes,
      int[] longitudes,
      StreetProfile[] profiles,
      Names names,
      EdgeGrid grid,
      @Nullable Network[] networks) {}

  /// Whether all of the modes can be searched.
  public boolean hasAll(Set<Mode> modes) {
    return modes.stream().allMatch(this::has);
  }
}
