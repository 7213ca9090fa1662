package eu.trama.city.algorithms.pages;

import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.Event;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.algorithms.stages.Gate;
import eu.trama.city.algorithms.stages.Refusal;
import eu.trama.city.algorithms.stages.Signature;
import eu.trama.city.algorithms.stages.World;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The tables of a system's page: its gates, and what happened to it.
@Component
class EntryTables {

  private final Register register;
  private final RegisterEntries entries;

  EntryTables(Register register, RegisterEntries entries) {
    this.register = register;
    this.entries = entries;
  }

  /// Every gate on the way and on the next steps, and whether it is passed. Roles sign here, not
  /// names.
  DataTable gates(EntryWords words, Entry entry, World world) {
    var protocol = register.lifeCycle().protocol();
    var gates = new LinkedHashSet<Gate>(protocol.way(entry.dossier().origin()));
    protocol
        .from(entry.dossier().stage(), entry.dossier().origin())
        .forEach(way -> gates.addAll(way.gates()));
    boolean staff = entries.staff();
    List<Row> rows =
        gates.stream()
            .filter(gate -> register.lifeCycle().stands(gate, entry.dossier()))
            .map(gate -> row(words, entry, world, gate, staff))
            .toList();
    return new DataTable(
        "gates",
        words.words().say("algorithms.gates.caption"),
        List.of(
            Column.text(words.words().say("algorithms.gate")),
            Column.text(words.words().say("algorithms.gate.role")),
            Column.text(words.words().say("algorithms.gate.state")),
            Column.text(words.words().say("algorithms.gate.when"))),
        rows,
        false);
  }

  private Row row(EntryWords words, Entry entry, World world, Gate gate, boolean staff) {
    Optional<Refusal> closed = register.lifeCycle().closed(gate, entry.dossier(), world);
    Signature signature = entry.dossier().signatures().get(gate.id());
    return new Row(
        gate.id(),
        staff ? "/algorithms/" + entry.id() + "/gates/" + gate.id() : "",
        List.of(
            gate.title().in(words.words().language()),
            gate.signer().label(words.words()),
            closed
                .map(c -> words.words().say("algorithms.gate." + c.reason().key()))
                .orElseGet(() -> words.words().say("algorithms.gate.passed")),
            signature == null ? "–" : words.day(signature.at())));
  }

  /// What happened, for everybody.
  static DataTable events(EntryWords words, Entry entry) {
    return new DataTable(
        "events",
        words.words().say("algorithms.events.caption"),
        List.of(
            Column.text(words.words().say("algorithms.event.when")),
            Column.text(words.words().say("algorithms.event.what")),
            Column.text(words.words().say("algorithms.event.role"))),
        entry.events().stream()
            .filter(event -> !event.kind().equals("described"))
            .map(event -> eventRow(words, event))
            .toList(),
        true);
  }

  private static Row eventRow(EntryWords words, Event event) {
    return Row.of("", words.when(event.at()), words.event(event), words.role(event.role()));
  }
}
