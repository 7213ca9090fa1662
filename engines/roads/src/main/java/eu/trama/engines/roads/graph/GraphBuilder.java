package eu.trama.engines.roads.graph;

import eu.trama.engines.roads.findings.Findings;
import eu.trama.engines.roads.geo.Ground;
import eu.trama.engines.roads.geo.Hilbert;
import eu.trama.engines.roads.rules.Mode;
import eu.trama.engines.roads.rules.StreetProfile;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Cuts drafted streets at their junctions and puts the graph together.
final class GraphBuilder {
  private final Draft draft;
  private final Findings findings;
  private final int[] junctionOf;
  private int[] latitudes = new int[0];
  private int[] longitudes = new int[0];
  private byte[] blocked = new byte[0];
  private final Ints from = new Ints(1 << 12);
  private final Ints to = new Ints(1 << 12);
  private final Ints decimetres = new Ints(1 << 12);
  private final Ints way = new Ints(1 << 12);
  private final Ints profile = new Ints(1 << 12);
  private final Ints firstPoint = new Ints(1 << 12);
  private final Ints lastPoint = new Ints(1 << 12);

  private GraphBuilder(Draft draft, Findings findings) {
    this.draft = draft;
    this.findings = findings;
    this.junctionOf = new int[draft.nodes()];
  }

  static RoadGraph build(Draft draft, Set<Mode> modes, Findings findings) {
    return new GraphBuilder(draft, findings).build(modes);
  }

  private RoadGraph build(Set<Mode> modes) {
    numberJunctions(markJunctions());
    for (int w = 0; w < draft.ways(); w++) {
      cut(w);
    }
    int[] order = orderByFrom();
    Edges edges = edges(order);
    StreetProfile[] profiles = draft.profiles.toArray(new StreetProfile[0]);
    BaseTurns turns = new BaseTurns(draft, edges, junctionOf, order, way.toArray(), findings);
    BitSet keep = turns.junctions();
    Incidence incidence = new Incidence(edges, latitudes.length);
    @Nullable Network[] networks = new @Nullable Network[Mode.values().length];
    for (Mode mode : Mode.values()) {
      if (modes.contains(mode)) {
        networks[mode.number()] =
            new NetworkBuilder(edges, profiles, incidence, blocked, keep, mode)
                .build(turns.words());
      }
    }
    EdgeGrid grid = EdgeGrid.of(latitudes, longitudes, edges);
    return new RoadGraph(
        latitudes, longitudes, edges, profiles, Names.of(draft.names), grid, networks);
  }

  /// Nodes where ways meet, begin, end, or where somebody is stopped.
  private BitSet markJunctions() {
    BitSet seen = new BitSet(draft.nodes());
    BitSet junctions = new BitSet(draft.nodes());
    for (int w = 0; w < draft.ways(); w++) {
      int first = draft.wayFirst.get(w);
      int end = draft.wayFirst.get(w + 1);
      boolean absent = true;
      for (int p = first; p < end; p++) {
        int node = draft.points.get(p);
        boolean here = draft.placed(node);
        boolean nextAbsent = p + 1 == end || !draft.placed(draft.points.get(p + 1));
        if (here && (absent || nextAbsent || seen.get(node) || draft.blocked(node) != 0)) {
          junctions.set(node);
        }
        seen.set(node);
        absent = !here;
      }
    }
    for (Draft.Restriction restriction : draft.restrictions) {
      if (restriction.viaNode() >= 0 && draft.placed(restriction.viaNode())) {
        junctions.set(restriction.viaNode());
      }
    }
    return junctions;
  }

  private void numberJunctions(BitSet junctions) {
    int count = junctions.cardinality();
    int south = Integer.MAX_VALUE;
    int west = Integer.MAX_VALUE;
    int north = Integer.MIN_VALUE;
    int east = Integer.MIN_VALUE;
    for (int n = junctions.nextSetBit(0); n >= 0; n = junctions.nextSetBit(n + 1)) {
      south = Math.min(south, draft.latitude(n));
      west = Math.min(west, draft.longitude(n));
      north = Math.max(north, draft.latitude(n));
      east = Math.max(east, draft.longitude(n));
    }
    long[] sorted = new long[count];
    if (count > 0) {
      Hilbert hilbert = new Hilbert(south, west, north, east);
      int at = 0;
      for (int n = junctions.nextSetBit(0); n >= 0; n = junctions.nextSetBit(n + 1)) {
        long position = hilbert.position(draft.latitude(n), draft.longitude(n));
        // The curve's position needs the sign bit too; flipping it keeps the order of signed longs.
        sorted[at++] = (position << Integer.SIZE | n) ^ Long.MIN_VALUE;
      }
      Arrays.sort(sorted);
    }
    Arrays.fill(junctionOf, -1);
    latitudes = new int[count];
    longitudes = new int[count];
    blocked = new byte[count];
    for (int j = 0; j < count; j++) {
      int node = (int) sorted[j];
      junctionOf[node] = j;
      latitudes[j] = draft.latitude(node);
      longitudes[j] = draft.longitude(node);
      blocked[j] = (byte) draft.blocked(node);
    }
  }

  private void cut(int w) {
    int end = draft.wayFirst.get(w + 1);
    int start = -1;
    int missing = 0;
    double metres = 0;
    @Nullable Ground ground = null;
    for (int p = draft.wayFirst.get(w); p < end; p++) {
      int node = draft.points.get(p);
      if (!draft.placed(node)) {
        missing++;
        start = -1;
        continue;
      }
      if (start >= 0) {
        if (ground == null) {
          ground = Ground.around(draft.latitude(node));
        }
        int before = draft.points.get(p - 1);
        metres +=
            ground.metres(
                draft.latitude(before),
                draft.longitude(before),
                draft.latitude(node),
                draft.longitude(node));
      }
      if (junctionOf[node] >= 0) {
        if (start >= 0 && p > start) {
          add(w, start, p, metres);
        }
        start = p;
        metres = 0;
      }
    }
    if (missing > 0) {
      findings.warning(
          "missing_nodes",
          "way " + draft.wayId(w),
          missing + " of " + (end - draft.wayFirst.get(w)) + " nodes",
          "the street ends where the file or the area does");
    }
  }

  private void add(int w, int start, int end, double metres) {
    // Half the Earth's circumference in decimetres; a street is shorter.
    int length = (int) Math.min(200_000_000, Math.round(metres * 10));
    int lastNode = draft.points.get(end);
    if (end == start + 1 && lastNode == draft.points.get(start)) {
      return;
    }
    from.add(junctionOf[draft.points.get(start)]);
    to.add(junctionOf[lastNode]);
    decimetres.add(length);
    way.add(w);
    profile.add(profile(w, length));
    firstPoint.add(start);
    lastPoint.add(end);
  }

  private int profile(int w, int length) {
    int plain = draft.wayProfile.get(w);
    Integer crossing = draft.crossings.get(w);
    return crossing == null
        ? plain
        : draft.profile(Ferry.timed(draft, w, draft.profiles.get(plain), crossing, length));
  }

  private int[] orderByFrom() {
    int[] first = new int[latitudes.length + 1];
    for (int e = 0; e < from.size(); e++) {
      first[from.get(e) + 1]++;
    }
    for (int j = 0; j < latitudes.length; j++) {
      first[j + 1] += first[j];
    }
    int[] order = new int[from.size()];
    for (int e = 0; e < order.length; e++) {
      order[first[from.get(e)]++] = e;
    }
    return order;
  }

  private Edges edges(int[] order) {
    int count = order.length;
    int[] shapeFirst = new int[count + 1];
    for (int e = 0; e < count; e++) {
      int inner = lastPoint.get(order[e]) - firstPoint.get(order[e]) - 1;
      shapeFirst[e + 1] = shapeFirst[e] + inner;
    }
    int[] shape = new int[Math.multiplyExact(shapeFirst[count], 2)];
    long[] wayIds = new long[count];
    int[] name = new int[count];
    for (int e = 0; e < count; e++) {
      int at = shapeFirst[e] * 2;
      for (int p = firstPoint.get(order[e]) + 1; p < lastPoint.get(order[e]); p++) {
        shape[at++] = draft.latitude(draft.points.get(p));
        shape[at++] = draft.longitude(draft.points.get(p));
      }
      wayIds[e] = draft.wayId(way.get(order[e]));
      name[e] = draft.wayName.get(way.get(order[e]));
    }
    return new Edges(
        pick(from, order),
        pick(to, order),
        pick(decimetres, order),
        pick(profile, order),
        name,
        shapeFirst,
        new byte[count],
        Column.of(shape),
        Column.of(wayIds));
  }

  private static int[] pick(Ints column, int[] order) {
    int[] picked = new int[order.length];
    Arrays.setAll(picked, i -> column.get(order[i]));
    return picked;
  }
}
