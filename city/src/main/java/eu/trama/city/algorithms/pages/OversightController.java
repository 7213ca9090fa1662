package eu.trama.city.algorithms.pages;

import eu.trama.city.algorithms.decisions.Confirmings;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.RecordField;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.algorithms.register.Revision;
import eu.trama.city.algorithms.stages.Action;
import eu.trama.city.algorithms.stages.Fact.Cause;
import eu.trama.city.algorithms.stages.Refusal;
import eu.trama.city.identity.Role;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Oversight of a system: alerts, how humans confirm what it proposes, everything that happened and
/// every change of its record; and the emergency stop.
@Controller
class OversightController {

  private final Pages pages;
  private final Register register;
  private final RegisterEntries entries;
  private final Confirmings confirmings;

  OversightController(
      Pages pages, Register register, RegisterEntries entries, Confirmings confirmings) {
    this.pages = pages;
    this.register = register;
    this.entries = entries;
    this.confirmings = confirmings;
  }

  @GetMapping("/algorithms/{id}/oversight")
  View oversight(Visit visit, @PathVariable("id") String id) {
    return show(visit, entries.require(id), List.of());
  }

  @PostMapping("/algorithms/{id}/suspend")
  View suspend(
      Visit visit,
      @PathVariable("id") String id,
      @RequestParam(name = "reason", defaultValue = "") String reason) {
    return act(visit, id, new Action.Suspend(reason.strip()));
  }

  @PostMapping("/algorithms/{id}/resume")
  View resume(
      Visit visit,
      @PathVariable("id") String id,
      @RequestParam(name = "reason", defaultValue = "") String reason) {
    return act(visit, id, new Action.Resume(reason.strip()));
  }

  private View act(Visit visit, String id, Action action) {
    Entry entry = entries.require(id);
    Optional<Refusal> refused = register.act(entry.id(), action);
    if (refused.isEmpty()) {
      return RegisterEntries.seeOther("/algorithms/" + id + "/oversight#main");
    }
    var words = entries.words(visit);
    var error = new FormError("reason", words.refusal(refused.get()));
    return show(visit, entries.require(id), List.of(error));
  }

  private View show(Visit visit, Entry entry, List<FormError> errors) {
    var words = entries.words(visit);
    List<Revision> history = register.history(entry.id());
    var people = new Acquaintances(visit.words(), entries.person(), entry, history);
    String state =
        register
            .lifeCycle()
            .mayRun(entry.dossier(), entry.dossier().version(), register.world(entry.id()))
            .map(refusal -> visit.say("algorithms.not.now", words.refusal(refusal)))
            .orElseGet(() -> visit.say("algorithms.may-run"));
    String alert =
        entry
            .dossier()
            .suspension()
            .map(s ->
                s.cause() == Cause.CODE
                    ? visit.say("algorithms.event.alert", EntryWords.cut(s.reason()))
                    : visit.say("algorithms.event.suspended", s.reason()))
            .orElse("");
    var model =
        new OversightPage(
            "/algorithms/" + entry.id(),
            state,
            alert,
            entry.dossier().suspension().isPresent(),
            entries.is(Role.AUDITOR, Role.PLANNER),
            entries.is(Role.AUDITOR),
            List.of(
                Field.of("reason", Field.Kind.TEXT, visit.say("algorithms.reason"))
                    .hint(visit.say("algorithms.reason.hint"))
                    .checked(errors)),
            errors,
            entries.is(Role.AUDITOR, Role.PLANNER)
                ? confirmings.table(visit.words(), entry.id())
                : Optional.empty(),
            events(words, entry, people),
            revisions(words, history, people));
    return pages.show(
        "algorithms/oversight",
        RegisterEntries.below(visit, entry, visit.say("algorithms.oversight")),
        model);
  }

  private static DataTable events(EntryWords words, Entry entry, Acquaintances people) {
    return new DataTable(
        "events",
        words.words().say("algorithms.events.caption"),
        List.of(
            Column.text(words.words().say("algorithms.event.when")),
            Column.text(words.words().say("algorithms.event.what")),
            Column.text(words.words().say("algorithms.event.role")),
            Column.text(words.words().say("algorithms.event.person"))),
        entry.events().reversed().stream()
            .map(event ->
                Row.of(
                    "",
                    words.when(event.at()),
                    words.event(event),
                    words.role(event.role()),
                    people.told(event.person())))
            .toList(),
        true);
  }

  private static DataTable revisions(
      EntryWords words, List<Revision> history, Acquaintances people) {
    var rows = new ArrayList<Row>();
    Optional<Revision> before = Optional.empty();
    for (Revision each : history) {
      rows.add(
          Row.of(
              "",
              String.valueOf(each.number()),
              words.when(each.at()),
              words.role(each.role()),
              people.told(each.person()),
              changed(words, before, each)));
      before = Optional.of(each);
    }
    return new DataTable(
        "revisions",
        words.words().say("algorithms.revisions.caption"),
        List.of(
            Column.text(words.words().say("algorithms.revision")),
            Column.text(words.words().say("algorithms.event.when")),
            Column.text(words.words().say("algorithms.event.role")),
            Column.text(words.words().say("algorithms.event.person")),
            Column.text(words.words().say("algorithms.revision.changed"))),
        rows.reversed(),
        true);
  }

  private static String changed(EntryWords words, Optional<Revision> before, Revision now) {
    return Arrays.stream(RecordField.values())
        .filter(field ->
            before
                .map(b -> !b.record().texts(field).equals(now.record().texts(field)))
                .orElseGet(() -> !now.record().texts(field).isEmpty()))
        .map(field -> words.words().say("algorithms.field." + field.key()))
        .collect(Collectors.joining(", "));
  }
}
