package eu.trama.city.algorithms.pages;

import eu.trama.city.algorithms.EvidenceState;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.algorithms.stages.Action;
import eu.trama.city.algorithms.stages.Evidence;
import eu.trama.city.algorithms.stages.Gate;
import eu.trama.city.algorithms.stages.Refusal;
import eu.trama.city.algorithms.stages.Signature;
import eu.trama.city.algorithms.stages.Stage;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.FormError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Signs gates, enters versions of the code, and goes from stage to stage.
@Controller
class GateController {

  private static final int LONGEST = 200;

  private final Pages pages;
  private final Register register;
  private final RegisterEntries entries;
  private final EntryController entryPages;

  GateController(
      Pages pages, Register register, RegisterEntries entries, EntryController entryPages) {
    this.pages = pages;
    this.register = register;
    this.entries = entries;
    this.entryPages = entryPages;
  }

  @GetMapping("/algorithms/{id}/gates/{gate}")
  View gate(Visit visit, @PathVariable("id") String id, @PathVariable("gate") String gate) {
    Entry entry = entries.require(id);
    return form(visit, entry, gate(gate), Map.of(), List.of());
  }

  @PostMapping("/algorithms/{id}/gates/{gate}")
  View sign(
      Visit visit,
      @PathVariable("id") String id,
      @PathVariable("gate") String gateId,
      @RequestParam Map<String, String> sent) {
    Entry entry = entries.require(id);
    Gate gate = gate(gateId);
    var form = new EvidenceForm(visit, entry, gate, register.world(entry.id()));
    if (sourced(gate) && form.said().isEmpty()) {
      var none = new Refusal(Refusal.Reason.NO_EVIDENCE, gate.id());
      return form(visit, entry, gate, sent, List.of(error(visit, none)));
    }
    EvidenceForm.Filled filled = form.read(sent, entries.person());
    Optional<Evidence> evidence = filled.evidence();
    if (evidence.isEmpty()) {
      return form(visit, entry, gate, sent, filled.errors());
    }
    Optional<Refusal> refused =
        register.act(entry.id(), new Action.Sign(gate.id(), evidence.get()));
    return refused.isPresent()
        ? form(visit, entry, gate, sent, List.of(error(visit, refused.get())))
        : RegisterEntries.seeOther("/algorithms/" + id + "#gates");
  }

  @PostMapping("/algorithms/{id}/advance")
  View advance(
      Visit visit,
      @PathVariable("id") String id,
      @RequestParam(name = "to", defaultValue = "") String to) {
    Entry entry = entries.require(id);
    Stage stage = Stage.ofKey(to).orElse(entry.dossier().stage());
    return done(visit, entry, register.act(entry.id(), new Action.Advance(stage)), "to");
  }

  @PostMapping("/algorithms/{id}/version")
  View version(
      Visit visit,
      @PathVariable("id") String id,
      @RequestParam(name = "label", defaultValue = "") String label,
      @RequestParam(name = "hash", defaultValue = "") String hash) {
    Entry entry = entries.require(id);
    String given = hash.strip();
    if (!given.matches("[0-9a-f]{64}") || label.isBlank() || label.length() > LONGEST) {
      var wrong = new FormError("hash", visit.say("algorithms.error.hash"));
      return entryPages.show(visit, entry, List.of(wrong));
    }
    return done(
        visit, entry, register.act(entry.id(), new Action.Renew(given, label.strip())), "hash");
  }

  private View done(Visit visit, Entry entry, Optional<Refusal> refused, String field) {
    if (refused.isEmpty()) {
      return RegisterEntries.seeOther("/algorithms/" + entry.id() + "#main");
    }
    var words = entries.words(visit);
    var error = new FormError(field, words.refusal(refused.get()));
    return entryPages.show(visit, entries.require(entry.id().value()), List.of(error));
  }

  private FormError error(Visit visit, Refusal refusal) {
    var words = entries.words(visit);
    return new FormError("sign", words.refusal(refusal));
  }

  private Gate gate(String id) {
    return register.lifeCycle().protocol().gate(id).orElseThrow(RegisterEntries::missing);
  }

  private boolean sourced(Gate gate) {
    return register.lifeCycle().protocol().sourced().contains(gate.evidence());
  }

  private View form(
      Visit visit, Entry entry, Gate gate, Map<String, String> sent, List<FormError> errors) {
    var words = entries.words(visit);
    var form = new EvidenceForm(visit, entry, gate, register.world(entry.id()));
    var model =
        new FormPage(
            gate.explanation().in(visit.language()),
            List.of(),
            facts(visit, words, entry, gate, form),
            errors,
            "/algorithms/" + entry.id() + "/gates/" + gate.id() + "#errors",
            List.of(),
            form.fields(sourced(gate), sent, errors),
            visit.say("algorithms.sign"));
    return pages.show(
        "algorithms/form",
        RegisterEntries.below(visit, entry, gate.title().in(visit.language())),
        model);
  }

  private List<Fact> facts(
      Visit visit, EntryWords words, Entry entry, Gate gate, EvidenceForm form) {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of(visit.say("algorithms.gate.role"), gate.signer().label(visit.words())));
    facts.add(Fact.of(visit.say("algorithms.gate.law"), gate.law()));
    Signature signature = entry.dossier().signatures().get(gate.id());
    if (signature != null) {
      facts.add(
          Fact.of(
              visit.say("algorithms.gate.signed-with"),
              signature.evidence().title() + ", " + words.when(signature.at())));
    }
    Optional<EvidenceState> said = form.said();
    if (said.isPresent()) {
      String verdict =
          said.get().passed()
              ? visit.say("algorithms.evidence.passed")
              : visit.say("algorithms.evidence.failed");
      facts.add(
          Fact.of(
              visit.say("algorithms.evidence"),
              said.get().conclusion() + ", " + words.when(said.get().at()) + ". " + verdict));
    } else if (sourced(gate)) {
      facts.add(Fact.of(visit.say("algorithms.evidence"), visit.say("algorithms.evidence.none")));
    }
    return facts;
  }
}
