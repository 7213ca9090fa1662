package eu.trama.city.algorithms.pages;

import eu.trama.city.algorithms.exchange.ImportFile;
import eu.trama.city.algorithms.exchange.Imported;
import eu.trama.city.algorithms.exchange.Standard;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.algorithms.stages.Action;
import eu.trama.city.algorithms.stages.Origin;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Finding;
import eu.trama.city.web.Link;
import eu.trama.city.web.Page;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.Field.Kind;
import eu.trama.city.web.part.Field.Option;
import eu.trama.city.web.part.FormError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Takes in entries of other registers. Each begins at its need, as a draft.
@Controller
class ImportController {

  private final Pages pages;
  private final Register register;
  private final List<Standard> standards;

  ImportController(Pages pages, Register register, List<Standard> standards) {
    this.pages = pages;
    this.register = register;
    this.standards = standards;
  }

  @GetMapping("/algorithms/import")
  View form(Visit visit) {
    return form(visit, "", "", List.of());
  }

  @PostMapping("/algorithms/import")
  View take(
      Visit visit,
      @RequestParam(name = "standard", defaultValue = "") String key,
      @RequestParam(name = "text", defaultValue = "") String text) {
    Optional<Standard> standard = standards.stream().filter(s -> s.key().equals(key)).findFirst();
    if (standard.isEmpty()) {
      var error = new FormError("standard", visit.say("algorithms.error.standard"));
      return form(visit, key, text, List.of(error));
    }
    try {
      return entered(visit, ImportFile.read(standard.get(), text));
    } catch (BadInput refused) {
      List<FormError> errors =
          refused.findings().stream().map(f -> new FormError("text", f.toString())).toList();
      return form(visit, key, text, errors);
    }
  }

  private View entered(Visit visit, List<Imported> all) {
    var links = new ArrayList<Link>();
    var findings = new ArrayList<Finding>();
    for (Imported each : all) {
      Optional<Entry> there = register.find(each.id());
      boolean people = there.map(e -> e.dossier().people()).orElse(true);
      Origin origin = there.map(e -> e.dossier().origin()).orElse(Origin.BOUGHT);
      var describe = new Action.Describe(origin, people);
      boolean written =
          there.isEmpty()
              ? register.create(each.id(), each.record(), describe)
              : register.edit(each.id(), each.record(), describe).isEmpty();
      if (written) {
        links.add(Link.to(each.record().name(visit.language()), "/algorithms/" + each.id()));
      }
      findings.addAll(each.findings());
    }
    var table =
        new DataTable(
            "findings",
            visit.say("algorithms.import.findings", findings.size()),
            List.of(
                Column.text(visit.say("algorithms.import.field")),
                Column.text(visit.say("algorithms.import.value")),
                Column.text(visit.say("algorithms.import.entry")),
                Column.text(visit.say("algorithms.import.code"))),
            findings.stream()
                .map(f -> Row.of("", f.field(), f.value(), String.valueOf(f.line()), f.code()))
                .toList(),
            true);
    return pages.show("algorithms/imported", page(visit), new ImportPage(links, table));
  }

  private View form(Visit visit, String key, String text, List<FormError> errors) {
    List<Option> options =
        standards.stream()
            .map(s -> Option.of(s.key(), visit.say("algorithms.file." + s.key())))
            .toList();
    List<Field> fields =
        List.of(
            Field.of("standard", Kind.SELECT, visit.say("algorithms.import.standard"))
                .options(options)
                .value(key)
                .checked(errors),
            Field.of("text", Kind.LONG, visit.say("algorithms.import.text"))
                .value(text)
                .checked(errors));
    var model =
        new FormPage(
            visit.say("algorithms.import.lead"),
            List.of(),
            List.of(),
            errors,
            "/algorithms/import#errors",
            List.of(),
            fields,
            visit.say("algorithms.import.do"));
    return pages.show("algorithms/form", page(visit), model);
  }

  private static Page page(Visit visit) {
    return visit
        .page(visit.say("algorithms.import"))
        .in("algorithms")
        .under(Link.to(visit.say("algorithms.title"), "/algorithms"));
  }
}
