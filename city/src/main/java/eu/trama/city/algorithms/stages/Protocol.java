package eu.trama.city.algorithms.stages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The rules of the way: gates and transitions, and which evidence only its source can give.
///
/// @param sourced kinds of evidence that nobody types in: where no part of the city makes them, the
///   gate stays closed
public record Protocol(List<Transition> transitions, Set<String> sourced) {

  /// @throws IllegalArgumentException where a system of some origin could not reach operation
  public Protocol {
    transitions = List.copyOf(transitions);
    sourced = Set.copyOf(sourced);
    for (Origin origin : Origin.values()) {
      if (way(transitions, origin).isEmpty()) {
        throw new IllegalArgumentException("no way to operation for what is " + origin.key());
      }
    }
  }

  public Optional<Transition> transition(Stage from, Stage to, Origin origin) {
    return from(from, origin).stream().filter(t -> t.to() == to).findFirst();
  }

  /// Where a system may go from a stage.
  public List<Transition> from(Stage stage, Origin origin) {
    return transitions.stream()
        .filter(t -> t.from() == stage && t.origins().contains(origin))
        .toList();
  }

  /// Every gate between the need and operation, in order.
  public List<Gate> way(Origin origin) {
    var gates = new LinkedHashSet<Gate>();
    way(transitions, origin).forEach(t -> gates.addAll(t.gates()));
    return List.copyOf(gates);
  }

  public Optional<Gate> gate(String id) {
    return transitions.stream()
        .flatMap(t -> t.gates().stream())
        .filter(g -> g.id().equals(id))
        .findFirst();
  }

  /// All gates, each under the stage that it lets out of.
  public Map<Stage, Set<Gate>> byStage() {
    var all = new LinkedHashMap<Stage, Set<Gate>>();
    for (Transition each : transitions) {
      all.computeIfAbsent(each.from(), s -> new LinkedHashSet<>()).addAll(each.gates());
    }
    return all;
  }

  /// The one way forward from the need to operation; empty where there is none.
  private static List<Transition> way(List<Transition> transitions, Origin origin) {
    var way = new ArrayList<Transition>();
    Stage at = Stage.NEED;
    while (at != Stage.OPERATION) {
      Stage here = at;
      Optional<Transition> next =
          transitions.stream()
              .filter(t -> t.from() == here && t.origins().contains(origin))
              .filter(t -> t.to().compareTo(here) > 0 && t.to().compareTo(Stage.OPERATION) <= 0)
              .findFirst();
      if (next.isEmpty()) {
        return List.of();
      }
      way.add(next.get());
      at = next.get().to();
    }
    return way;
  }
}
