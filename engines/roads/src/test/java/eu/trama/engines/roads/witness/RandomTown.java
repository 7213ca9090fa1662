package eu.trama.engines.roads.witness;

import eu.trama.engines.roads.examples.Town;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// A small town by chance: junctions on a crooked grid, ways that wander along it, one-ways,
/// barriers and turn restrictions. All is kept as it was thrown, for the oracle, and drawn as a
/// [Town].
final class RandomTown {
  private static final double SIDE = 100;

  final List<double[]> nodes = new ArrayList<>();
  final List<Way> ways = new ArrayList<>();
  final List<Restriction> restrictions = new ArrayList<>();
  final Set<Integer> bollards = new HashSet<>();

  /// A way along nodes.
  record Way(long id, String highway, boolean oneway, List<Integer> nodes) {}

  /// Via a node where `viaWay` is 0.
  record Restriction(boolean only, long from, int viaNode, long viaWay, long to) {}

  RandomTown(Random random) {
    int columns = 3 + random.nextInt(3);
    int rows = 2 + random.nextInt(3);
    for (int n = 0; n < rows * columns; n++) {
      int column = n % columns;
      int row = n / columns;
      nodes.add(new double[] {column * SIDE + random.nextInt(30), row * SIDE + random.nextInt(30)});
    }
    Set<Long> taken = new HashSet<>();
    for (int w = 0; w < rows * columns; w++) {
      wander(random, columns, rows, taken);
    }
    for (int n = 0; n < nodes.size(); n++) {
      if (random.nextInt(15) == 0) {
        bollards.add(n);
      }
    }
    int tries = random.nextInt(12);
    for (int i = 0; i < tries && !ways.isEmpty(); i++) {
      restrict(random);
    }
  }

  private void wander(Random random, int columns, int rows, Set<Long> taken) {
    List<Integer> path = new ArrayList<>();
    int at = random.nextInt(nodes.size());
    path.add(at);
    int steps = 1 + random.nextInt(3);
    for (int i = 0; i < steps; i++) {
      int column = at % columns + (random.nextBoolean() ? 1 : -1);
      int row = at / columns;
      if (random.nextBoolean()) {
        column = at % columns;
        row += random.nextBoolean() ? 1 : -1;
      }
      int next = row * columns + column;
      if (column < 0 || column >= columns || row < 0 || row >= rows || path.contains(next)) {
        break;
      }
      // Two ways over the same stretch would leave open which of them a place lies on.
      if (!taken.add(Math.min(at, next) * 1000L + Math.max(at, next))) {
        break;
      }
      path.add(next);
      at = next;
    }
    if (path.size() > 1) {
      String highway =
          switch (random.nextInt(8)) {
            case 0 -> "footway";
            case 1 -> "steps";
            case 2 -> "primary";
            default -> "residential";
          };
      ways.add(new Way(1 + ways.size(), highway, random.nextInt(4) == 0, List.copyOf(path)));
    }
  }

  private void restrict(Random random) {
    Way from = ways.get(random.nextInt(ways.size()));
    int via = random.nextBoolean() ? from.nodes().getFirst() : from.nodes().getLast();
    boolean only = random.nextInt(3) == 0;
    List<Way> onwards = endingAt(via);
    Way next = onwards.get(random.nextInt(onwards.size()));
    if (next.equals(from) || random.nextInt(3) > 0) {
      restrictions.add(new Restriction(only, from.id(), via, 0, next.id()));
      return;
    }
    int end = next.nodes().getFirst() == via ? next.nodes().getLast() : next.nodes().getFirst();
    List<Way> last = endingAt(end);
    Way to = last.get(random.nextInt(last.size()));
    boolean loose = from.nodes().contains(end) || to.nodes().contains(via);
    if (!to.equals(next) && !to.equals(from) && !loose) {
      restrictions.add(new Restriction(only, from.id(), -1, next.id(), to.id()));
    }
  }

  private List<Way> endingAt(int node) {
    return ways.stream()
        .filter(w -> w.nodes().getFirst() == node || w.nodes().getLast() == node)
        .toList();
  }

  Way way(long id) {
    return ways.get((int) id - 1);
  }

  Town draw() {
    Town town = new Town();
    for (int n = 0; n < nodes.size(); n++) {
      String[] tags = bollards.contains(n) ? new String[] {"barrier=bollard"} : new String[0];
      town.at("n" + n, nodes.get(n)[0], nodes.get(n)[1], tags);
    }
    for (Way way : ways) {
      String through = String.join(" ", way.nodes().stream().map(n -> "n" + n).toList());
      town.way(
          way.id(),
          through,
          "highway=" + way.highway(),
          "oneway=" + (way.oneway() ? "yes" : "no"),
          // Level and quick as any other, so that metres are seconds.
          "foot=yes");
    }
    long id = 1;
    for (Restriction r : restrictions) {
      String via = r.viaWay() == 0 ? "n" + r.viaNode() : String.valueOf(r.viaWay());
      town.restriction(id++, r.only() ? "only_straight_on" : "no_left_turn", r.from(), via, r.to());
    }
    return town;
  }
}
