package eu.trama.city.algorithms.pages;

import eu.trama.city.algorithms.EvidenceState;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.algorithms.stages.Gate;
import eu.trama.city.algorithms.stages.Stage;
import eu.trama.city.algorithms.stages.Transition;
import eu.trama.city.algorithms.stages.World;
import eu.trama.city.web.Link;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// How a system goes on from where it stands: for each stage that it may go to, the gates that are
/// still open, whose turn it is, and where the evidence is made or the gate signed.
@Component
public class NextSteps {

  private final Register register;

  NextSteps(Register register) {
    this.register = register;
  }

  List<Way> of(EntryWords words, Entry entry, World world) {
    return register
        .lifeCycle()
        .protocol()
        .from(entry.dossier().stage(), entry.dossier().origin())
        .stream()
        .filter(way -> way.to() != Stage.WITHDRAWAL)
        .map(way -> way(words, entry, world, way))
        .toList();
  }

  /// A stage that the system may go to.
  ///
  /// @param title names it, and how many gates are open
  /// @param movers roles that take the step
  /// @param open what is left to do
  public record Way(String title, String movers, List<Todo> open) {}

  /// A gate that is still open.
  ///
  /// @param role that signs
  /// @param next where somebody goes on
  public record Todo(String gate, String role, Link next) {}

  private Way way(EntryWords words, Entry entry, World world, Transition way) {
    List<Todo> open =
        gates(entry, way).stream()
            .filter(gate -> register.lifeCycle().stands(gate, entry.dossier()))
            .filter(gate -> register.lifeCycle().closed(gate, entry.dossier(), world).isPresent())
            .map(gate -> todo(words, entry, world, gate))
            .toList();
    String movers =
        way.movers().stream()
            .sorted()
            .map(role -> role.label(words.words()))
            .collect(Collectors.joining(", "));
    return new Way(
        words.words().say("algorithms.next.way", words.stage(way.to()), open.size()), movers, open);
  }

  /// What runs has passed every gate, whatever way it took.
  private Set<Gate> gates(Entry entry, Transition way) {
    var gates = new LinkedHashSet<>(way.gates());
    if (way.to().live()) {
      gates.addAll(register.lifeCycle().protocol().way(entry.dossier().origin()));
    }
    return gates;
  }

  private Todo todo(EntryWords words, Entry entry, World world, Gate gate) {
    EvidenceState said = world.evidence().get(gate.evidence());
    String made = register.madeAt(entry.id(), gate.evidence());
    boolean make = !made.isEmpty() && (said == null || !said.passed() || old(entry, gate, said));
    Link next =
        make
            ? Link.to(words.words().say("algorithms.next.make." + gate.evidence()), made)
            : Link.to(
                words.words().say("algorithms.next.sign"),
                "/algorithms/" + entry.id() + "/gates/" + gate.id());
    return new Todo(
        gate.title().in(words.words().language()), gate.signer().label(words.words()), next);
  }

  private static boolean old(Entry entry, Gate gate, EvidenceState said) {
    return gate.ofVersion() && said.at().isBefore(entry.dossier().versionSince());
  }
}
