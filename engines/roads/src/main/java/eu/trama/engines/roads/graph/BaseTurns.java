package eu.trama.engines.roads.graph;

import eu.trama.engines.roads.findings.Findings;
import eu.trama.engines.roads.graph.Draft.Restriction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turn restrictions as sequences of directed edges.
final class BaseTurns {
  private static final int MOST_VIA_EDGES = 200;

  private final Edges edges;
  private final Map<Long, List<Integer>> edgesOf = new HashMap<>();
  private final List<TurnWord> words = new ArrayList<>();
  private final BitSet junctions = new BitSet();

  /// A sequence of edges, each `edge * 2`, and 1 more where it is gone against.
  ///
  /// @param only whether whoever goes the first must go all of the others, rather than must not
  /// @param modes whom it binds, as bits of Mode
  @SuppressWarnings("ArrayRecordComponent") // columns, never compared
  record TurnWord(boolean only, int modes, int[] edges) {}

  BaseTurns(Draft draft, Edges edges, int[] junctionOf, int[] order, int[] way, Findings findings) {
    this.edges = edges;
    if (draft.restrictions.isEmpty()) {
      return;
    }
    for (Restriction r : draft.restrictions) {
      r.from().forEach(id -> edgesOf.put(id, new ArrayList<>()));
      r.viaWays().forEach(id -> edgesOf.put(id, new ArrayList<>()));
      r.to().forEach(id -> edgesOf.put(id, new ArrayList<>()));
    }
    for (int e = 0; e < order.length; e++) {
      List<Integer> of = edgesOf.get(draft.wayId(way[order[e]]));
      if (of != null) {
        of.add(e);
      }
    }
    for (Restriction r : draft.restrictions) {
      int before = words.size();
      add(r, r.viaNode() < 0 ? -1 : junctionOf[r.viaNode()]);
      if (words.size() == before) {
        findings.warning(
            "restriction_does_not_join",
            "relation " + r.id(),
            "from " + r.from() + " to " + r.to(),
            "its ways do not meet on streets that are kept; it was left out");
      }
    }
  }

  List<TurnWord> words() {
    return words;
  }

  /// Junctions at which a restriction begins or ends, which no chain may run through.
  BitSet junctions() {
    return junctions;
  }

  private void add(Restriction r, int viaJunction) {
    for (long fromWay : r.from()) {
      for (long toWay : r.to()) {
        if (r.viaWays().isEmpty()) {
          if (viaJunction >= 0) {
            join(r, arriving(fromWay, viaJunction), List.of(), leaving(toWay, viaJunction));
          }
        } else {
          throughWays(r, fromWay, toWay);
        }
      }
    }
  }

  private void throughWays(Restriction r, long fromWay, long toWay) {
    List<Integer> via = new ArrayList<>();
    r.viaWays().forEach(id -> via.addAll(of(id)));
    if (via.size() > MOST_VIA_EDGES) {
      return;
    }
    for (int start : ends(of(fromWay))) {
      if (!touches(via, start)) {
        continue;
      }
      for (int goal : ends(of(toWay))) {
        List<Integer> path = goal == start ? null : path(via, start, goal);
        if (path != null) {
          join(r, arriving(fromWay, start), path, leaving(toWay, goal));
        }
      }
    }
  }

  private void join(
      Restriction r, List<Integer> arriving, List<Integer> via, List<Integer> leaving) {
    for (int in : arriving) {
      for (int out : leaving) {
        // A way that runs on through the point is named once as what one comes from and goes to.
        if (in >> 1 == out >> 1 && in == out) {
          continue;
        }
        int[] word = new int[via.size() + 2];
        word[0] = in;
        for (int i = 0; i < via.size(); i++) {
          word[i + 1] = via.get(i);
        }
        word[word.length - 1] = out;
        words.add(new TurnWord(r.only(), r.modes(), word));
        for (int i = 0; i + 1 < word.length; i++) {
          junctions.set(head(word[i]));
        }
      }
    }
  }

  private List<Integer> of(long way) {
    return edgesOf.getOrDefault(way, List.of());
  }

  private List<Integer> arriving(long way, int junction) {
    List<Integer> found = new ArrayList<>();
    for (int e : of(way)) {
      if (edges.to()[e] == junction) {
        found.add(e * 2);
      }
      if (edges.from()[e] == junction) {
        found.add(e * 2 + 1);
      }
    }
    return found;
  }

  private List<Integer> leaving(long way, int junction) {
    return arriving(way, junction).stream().map(directed -> directed ^ 1).toList();
  }

  private List<Integer> ends(List<Integer> of) {
    List<Integer> ends = new ArrayList<>();
    for (int e : of) {
      for (int junction : new int[] {edges.from()[e], edges.to()[e]}) {
        if (!ends.contains(junction)) {
          ends.add(junction);
        }
      }
    }
    return ends;
  }

  private boolean touches(List<Integer> some, int junction) {
    return some.stream().anyMatch(e -> edges.from()[e] == junction || edges.to()[e] == junction);
  }

  private int head(int directed) {
    return (directed & 1) == 0 ? edges.to()[directed >> 1] : edges.from()[directed >> 1];
  }

  /// The way along some edges with the fewest of them, or null where they do not lead there.
  private @Nullable List<Integer> path(List<Integer> some, int start, int goal) {
    Map<Integer, Integer> cameBy = new HashMap<>();
    List<Integer> reached = new ArrayList<>(List.of(start));
    for (int i = 0; i < reached.size() && !cameBy.containsKey(goal); i++) {
      int here = reached.get(i);
      for (int e : some) {
        for (int directed = e * 2; directed < e * 2 + 2; directed++) {
          int next = head(directed);
          if (head(directed ^ 1) == here
              && next != start
              && cameBy.putIfAbsent(next, directed) == null) {
            reached.add(next);
          }
        }
      }
    }
    if (!cameBy.containsKey(goal)) {
      return null;
    }
    List<Integer> path = new ArrayList<>();
    for (int at = goal; at != start; ) {
      Integer directed = cameBy.get(at);
      if (directed == null) {
        throw new IllegalStateException("no way back to " + start);
      }
      path.addFirst(directed);
      at = head(directed ^ 1);
    }
    return path;
  }
}
