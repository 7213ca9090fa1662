package eu.trama.city.algorithms.studies;

import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Role;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Findings;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.FormError;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The questionnaires with which systems are studied. What is asked about them is no secret: the
/// page is open to everybody, and auditors bring questionnaires on it.
@Controller
class QuestionnairesController {

  static final String ADDRESS = "/algorithms/questionnaires";

  private final Pages pages;
  private final Questionnaires product;
  private final CityQuestionnaires own;
  private final CurrentPerson current;

  QuestionnairesController(
      Pages pages, Questionnaires product, CityQuestionnaires own, CurrentPerson current) {
    this.pages = pages;
    this.product = product;
    this.own = own;
    this.current = current;
  }

  @GetMapping("/algorithms/questionnaires")
  View list(Visit visit) {
    return show(visit, "", "", "", new Findings());
  }

  @PostMapping("/algorithms/questionnaires")
  View bring(
      Visit visit,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "stands", defaultValue = "") String stands,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      HttpServletResponse response)
      throws IOException {
    String text = file == null ? "" : new String(file.getBytes(), StandardCharsets.UTF_8);
    var findings = new Findings();
    try {
      int number =
          own.bring(name.strip(), StandsFor.of(stands).orElse(StandsFor.NOTHING), text, findings);
      String told = visit.say("studies.brought", name.strip(), number);
      return show(visit, told, "", "", findings);
    } catch (BadInput refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return show(visit, "", name, stands, findings);
    }
  }

  @PostMapping("/algorithms/questionnaires/{name}/{number}/adopt")
  View adopt(@PathVariable("name") String name, @PathVariable("number") int number) {
    own.adopt(name, number);
    return StudiesController.seeOther(ADDRESS + "#main");
  }

  @GetMapping("/algorithms/questionnaires/{name}/{number}.json")
  ResponseEntity<String> definition(
      @PathVariable("name") String name, @PathVariable("number") String number) {
    var found =
        own.all().stream()
            .filter(
                each -> each.name().equals(name) && String.valueOf(each.number()).equals(number))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s-%s.json\"".formatted(name, number))
        .body(found.definition());
  }

  private View show(Visit visit, String told, String name, String stands, Findings findings) {
    var words = new QuestionnaireWords(visit);
    boolean auditor = current.is(Role.AUDITOR);
    boolean wrong = findings.hasErrors();
    var errors = wrong ? words.errors(findings) : List.<FormError>of();
    var page =
        visit
            .page(visit.say("studies.questionnaires"))
            .in("algorithms")
            .under(Link.to(visit.say("algorithms.section"), "/algorithms"));
    var model =
        new QuestionnaireViews(
            told,
            errors,
            findings.kept().isEmpty() ? Optional.empty() : Optional.of(words.told(findings)),
            words.table(product.all(), own.all(), own.inForce()),
            auditor ? words.waiting(own.all(), current) : List.of(),
            auditor ? words.fields(name, stands, errors) : List.of(),
            errors.stream().anyMatch(e -> e.field().equals("file")));
    return pages.show("algorithms/questionnaires", page, model);
  }
}
