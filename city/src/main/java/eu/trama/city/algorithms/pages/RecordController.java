package eu.trama.city.algorithms.pages;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.exchange.SystemIds;
import eu.trama.city.algorithms.register.AlgorithmRecord;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.RecordField;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.algorithms.stages.Dossier;
import eu.trama.city.algorithms.stages.Refusal;
import eu.trama.city.web.Language;
import eu.trama.city.web.Link;
import eu.trama.city.web.Page;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.FormError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Enters systems, writes their records and publishes them.
@Controller
class RecordController {

  private final Pages pages;
  private final Register register;
  private final RegisterEntries entries;
  private final EntryController entryPages;

  RecordController(
      Pages pages, Register register, RegisterEntries entries, EntryController entryPages) {
    this.pages = pages;
    this.register = register;
    this.entries = entries;
    this.entryPages = entryPages;
  }

  @GetMapping("/algorithms/new")
  View blank(Visit visit, @RequestParam(name = "in", defaultValue = "") String in) {
    return form(visit, "", language(visit, in), AlgorithmRecord.EMPTY, Dossier.NEW, List.of());
  }

  @PostMapping("/algorithms/new")
  View enter(
      Visit visit,
      @RequestParam(name = "in", defaultValue = "") String in,
      @RequestParam Map<String, String> sent) {
    Language written = language(visit, in);
    RecordForm.Filled filled = new RecordForm(visit, written).read(AlgorithmRecord.EMPTY, sent);
    if (!filled.errors().isEmpty()) {
      return form(visit, "", written, filled.record(), Dossier.NEW, filled.errors());
    }
    SystemId id = SystemIds.of("", filled.record().in(RecordField.NAME, written));
    if (!register.create(id, filled.record(), filled.describe())) {
      var taken = new FormError("name", visit.say("algorithms.error.taken"));
      return form(visit, "", written, filled.record(), Dossier.NEW, List.of(taken));
    }
    return RegisterEntries.seeOther("/algorithms/" + id + "#main");
  }

  @GetMapping("/algorithms/{id}/edit")
  View edit(
      Visit visit,
      @PathVariable("id") String id,
      @RequestParam(name = "in", defaultValue = "") String in) {
    Entry entry = entries.require(id);
    return form(visit, id, language(visit, in), entry.record(), entry.dossier(), List.of());
  }

  @PostMapping("/algorithms/{id}/edit")
  View write(
      Visit visit,
      @PathVariable("id") String id,
      @RequestParam(name = "in", defaultValue = "") String in,
      @RequestParam Map<String, String> sent) {
    Entry entry = entries.require(id);
    Language written = language(visit, in);
    RecordForm.Filled filled = new RecordForm(visit, written).read(entry.record(), sent);
    if (!filled.errors().isEmpty()) {
      return form(visit, id, written, filled.record(), entry.dossier(), filled.errors());
    }
    Optional<Refusal> refused = register.edit(entry.id(), filled.record(), filled.describe());
    if (refused.isPresent()) {
      var words = new EntryWords(visit.words(), register.lifeCycle());
      var error = new FormError("origin", words.refusal(refused.get()));
      return form(visit, id, written, filled.record(), entry.dossier(), List.of(error));
    }
    return RegisterEntries.seeOther("/algorithms/" + id + "#main");
  }

  @PostMapping("/algorithms/{id}/publish")
  View publish(Visit visit, @PathVariable("id") String id) {
    Entry entry = entries.require(id);
    List<FormError> missing =
        register.publish(entry.id()).stream()
            .map(field ->
                new FormError(
                    "publish",
                    visit.say(
                        "algorithms.error.missing", visit.say("algorithms.field." + field.key()))))
            .toList();
    return missing.isEmpty()
        ? RegisterEntries.seeOther("/algorithms/" + id + "#main")
        : entryPages.show(visit, entries.require(id), missing);
  }

  private View form(
      Visit visit,
      String id,
      Language written,
      AlgorithmRecord record,
      Dossier dossier,
      List<FormError> errors) {
    String way = id.isEmpty() ? "/algorithms/new" : "/algorithms/" + id + "/edit";
    List<Link> tabs =
        Arrays.stream(Language.values())
            .map(l -> new Link(l.ownName(), way + "?in=" + l.tag(), l == written))
            .toList();
    var model =
        new FormPage(
            visit.say("algorithms.edit.lead"),
            tabs,
            List.of(),
            errors,
            way + "#errors",
            List.of(Fact.of("in", written.tag())),
            new RecordForm(visit, written).fields(record, dossier, errors),
            visit.say("algorithms.edit.do"));
    String title = id.isEmpty() ? visit.say("algorithms.new") : visit.say("algorithms.edit");
    Page page =
        visit.page(title).in("algorithms").under(way(visit, id, record.name(visit.language())));
    return pages.show("algorithms/form", page, model);
  }

  private static Link[] way(Visit visit, String id, String name) {
    Link top = Link.to(visit.say("algorithms.title"), "/algorithms");
    return id.isEmpty()
        ? new Link[] {top}
        : new Link[] {top, Link.to(name.isEmpty() ? id : name, "/algorithms/" + id)};
  }

  private static Language language(Visit visit, String in) {
    return Language.ofTag(in).orElse(visit.language());
  }
}
