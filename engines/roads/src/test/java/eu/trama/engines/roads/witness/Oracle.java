package eu.trama.engines.roads.witness;

import eu.trama.engines.roads.rules.Mode;
import eu.trama.engines.roads.witness.RandomTown.Restriction;
import eu.trama.engines.roads.witness.RandomTown.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/// Tries every route of a small town, and remembers of each the last pieces it went: a restriction
/// is checked by looking back at them. Slow, and plain enough to be believed.
final class Oracle {
  /// Pieces to look back on: the longest via of three, and what comes before it.
  private static final int MEMORY = 5;

  private final RandomTown town;
  private final Mode mode;
  private final List<Piece> pieces = new ArrayList<>();
  private final Map<Integer, List<Piece>> leaving = new HashMap<>();

  /// A straight piece of a way in one direction.
  record Piece(long way, int from, int to, double metres) {
    boolean isBackOf(Piece other) {
      return from == other.to && to == other.from;
    }
  }

  /// A place on a piece of a way.
  record Place(Way way, int piece, double share) {}

  private record Label(double metres, List<Piece> last) {}

  Oracle(RandomTown town, Mode mode) {
    this.town = town;
    this.mode = mode;
    for (Way way : town.ways) {
      for (int i = 0; i + 1 < way.nodes().size(); i++) {
        if (open(way, false)) {
          add(way, way.nodes().get(i), way.nodes().get(i + 1));
        }
        if (open(way, true)) {
          add(way, way.nodes().get(i + 1), way.nodes().get(i));
        }
      }
    }
  }

  private void add(Way way, int from, int to) {
    double[] a = town.nodes.get(from);
    double[] b = town.nodes.get(to);
    Piece piece = new Piece(way.id(), from, to, Math.hypot(a[0] - b[0], a[1] - b[1]));
    pieces.add(piece);
    leaving.computeIfAbsent(from, _ -> new ArrayList<>()).add(piece);
  }

  boolean open(Way way, boolean against) {
    boolean street = way.highway().equals("residential") || way.highway().equals("primary");
    return switch (mode) {
      case WALK -> true;
      case STEP_FREE -> !way.highway().equals("steps");
      // Where it may not be ridden it is pushed, and by these tests as fast.
      case BICYCLE -> true;
      case CAR -> street && !(way.oneway() && against);
    };
  }

  /// Metres between two places; infinite where there is no route.
  double metres(Place start, Place goal) {
    double best = Double.POSITIVE_INFINITY;
    Map<List<Piece>, Double> settled = new HashMap<>();
    PriorityQueue<Label> queue = new PriorityQueue<>(Comparator.comparingDouble(Label::metres));
    for (boolean against : new boolean[] {false, true}) {
      if (open(start.way, against)) {
        Piece on = piece(start, against);
        double gone = against ? 1 - start.share : start.share;
        if (start.way.equals(goal.way) && start.piece == goal.piece) {
          double end = against ? 1 - goal.share : goal.share;
          best = end >= gone ? Math.min(best, (end - gone) * on.metres) : best;
        }
        queue.add(new Label((1 - gone) * on.metres, List.of(on)));
      }
    }
    while (!queue.isEmpty()) {
      Label label = queue.poll();
      if (label.metres >= best || settled.putIfAbsent(label.last, label.metres) != null) {
        continue;
      }
      for (Piece next : onwards(label.last)) {
        for (boolean against : new boolean[] {false, true}) {
          if (open(goal.way, against) && piece(goal, against).equals(next)) {
            double share = against ? 1 - goal.share : goal.share;
            best = Math.min(best, label.metres + share * next.metres);
          }
        }
        List<Piece> last = new ArrayList<>(label.last);
        last.add(next);
        List<Piece> kept = last.subList(Math.max(0, last.size() - MEMORY), last.size());
        queue.add(new Label(label.metres + next.metres, List.copyOf(kept)));
      }
    }
    return best;
  }

  private Piece piece(Place place, boolean against) {
    int a = place.way.nodes().get(place.piece);
    int b = place.way.nodes().get(place.piece + 1);
    return pieces.stream()
        .filter(p -> p.from == (against ? b : a) && p.to == (against ? a : b))
        .findFirst()
        .orElseThrow();
  }

  private List<Piece> onwards(List<Piece> last) {
    Piece on = last.getLast();
    List<Piece> all = leaving.getOrDefault(on.to, List.of());
    Set<Piece> allowed = new HashSet<>(all);
    boolean stopped = mode == Mode.CAR && town.bollards.contains(on.to);
    if (stopped) {
      allowed.removeIf(next -> !on.isBackOf(next));
    }
    if (mode == Mode.CAR || mode == Mode.BICYCLE) {
      if (all.size() > 1 && !stopped) {
        allowed.removeIf(on::isBackOf);
      }
      allowed.removeIf(next -> town.restrictions.stream().anyMatch(r -> breaks(r, last, next)));
    }
    return List.copyOf(allowed);
  }

  /// Whether going on breaks a restriction, looking back from every point at which it may have
  /// begun.
  private boolean breaks(Restriction r, List<Piece> last, Piece next) {
    for (List<Piece> asked : sequences(r)) {
      int before = asked.size() - 1;
      if (r.only()) {
        for (int length = 1; length <= before; length++) {
          if (endsWith(last, asked.subList(0, length)) && !next.equals(asked.get(length))) {
            return true;
          }
        }
      } else if (endsWith(last, asked.subList(0, before)) && next.equals(asked.getLast())) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWith(List<Piece> last, List<Piece> end) {
    return last.size() >= end.size()
        && last.subList(last.size() - end.size(), last.size()).equals(end);
  }

  /// The pieces that a restriction speaks of, in their order.
  private List<List<Piece>> sequences(Restriction r) {
    List<List<Piece>> found = new ArrayList<>();
    int first = r.viaNode();
    List<Piece> via = List.of();
    int second = first;
    if (r.viaWay() != 0) {
      Way way = town.way(r.viaWay());
      boolean along = town.way(r.from()).nodes().contains(way.nodes().getFirst());
      first = along ? way.nodes().getFirst() : way.nodes().getLast();
      second = along ? way.nodes().getLast() : way.nodes().getFirst();
      via = through(way, !along);
      if (via.size() + 1 < way.nodes().size()) {
        return found;
      }
    }
    for (Piece in : pieces) {
      for (Piece out : pieces) {
        if (in.way == r.from() && in.to == first && out.way == r.to() && out.from == second) {
          List<Piece> sequence = new ArrayList<>();
          sequence.add(in);
          sequence.addAll(via);
          sequence.add(out);
          if (passable(sequence)) {
            found.add(sequence);
          }
        }
      }
    }
    return found;
  }

  /// A restriction that leads past a barrier binds nobody, since nobody can come that way.
  private boolean passable(List<Piece> sequence) {
    for (int i = 0; i + 1 < sequence.size() && mode == Mode.CAR; i++) {
      Piece here = sequence.get(i);
      if (town.bollards.contains(here.to) && !here.isBackOf(sequence.get(i + 1))) {
        return false;
      }
    }
    return true;
  }

  private List<Piece> through(Way way, boolean against) {
    List<Piece> all = new ArrayList<>();
    List<Integer> nodes = against ? way.nodes().reversed() : way.nodes();
    for (int i = 0; i + 1 < nodes.size(); i++) {
      int from = nodes.get(i);
      int to = nodes.get(i + 1);
      pieces.stream().filter(p -> p.from == from && p.to == to).forEach(all::add);
    }
    return all;
  }
}
