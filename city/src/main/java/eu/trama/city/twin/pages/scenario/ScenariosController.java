package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.City;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.ScenarioJson;
import eu.trama.city.twin.Scenarios;
import eu.trama.city.twin.Templates;
import eu.trama.city.twin.pages.Cities;
import eu.trama.city.twin.pages.FindingWords;
import eu.trama.city.twin.pages.Overview;
import eu.trama.city.twin.pages.SeeOther;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// Begins scenarios.
@Controller
class ScenariosController {

  private final Pages pages;
  private final Cities cities;
  private final Scenarios scenarios;
  private final Templates templates;

  ScenariosController(Pages pages, Cities cities, Scenarios scenarios, Templates templates) {
    this.pages = pages;
    this.cities = cities;
    this.scenarios = scenarios;
    this.templates = templates;
  }

  @GetMapping("/{city}/scenarios")
  View list(Visit visit, @PathVariable("city") String id) {
    return list(visit, cities.require(id), "", "", "", List.of());
  }

  private View list(
      Visit visit,
      City city,
      String name,
      String description,
      String imported,
      List<FormError> errors) {
    var cards =
        templates.of(city.id()).stream()
            .map(template ->
                new Overview.TemplateCard(
                    template.id(),
                    template.content().name(visit.language().tag()),
                    template.content().description(visit.language().tag())))
            .toList();
    var own =
        List.of(
            Field.of("name", Field.Kind.TEXT, visit.say("twin.scenario.name"))
                .hint(visit.say("twin.scenario.name.hint"))
                .value(name)
                .checked(errors),
            Field.of("description", Field.Kind.LONG, visit.say("twin.scenario.description"))
                .hint(visit.say("twin.scenario.description.hint"))
                .value(description)
                .checked(errors));
    return pages.show(
        "twin/scenarios",
        visit.page(visit.say("twin.scenarios.title")).in("scenarios"),
        new ScenarioList(city.id(), cards, own, imported, errors));
  }

  @PostMapping("/{city}/scenarios")
  View create(
      Visit visit,
      @PathVariable("city") String id,
      @RequestParam(name = "template", defaultValue = "") String template,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "description", defaultValue = "") String description,
      HttpServletResponse response) {
    City city = cities.require(id);
    if (!template.isEmpty()) {
      var content =
          templates.of(id).stream()
              .filter(each -> each.id().equals(template))
              .findFirst()
              .orElseThrow(Cities::missing)
              .content();
      return created(content, visit);
    }
    try {
      return to(scenarios.create(cities.today(city), name, description, List.of()));
    } catch (BadInput refused) {
      var errors = FindingWords.refuse(response, visit.words(), refused, Map.of());
      return list(visit, city, name, description, "", errors);
    }
  }

  @PostMapping("/{city}/scenarios/import")
  View read(
      Visit visit,
      @PathVariable("city") String id,
      @RequestParam(name = "text", defaultValue = "") String pasted,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      HttpServletResponse response)
      throws IOException {
    City city = cities.require(id);
    String text =
        file == null || file.isEmpty()
            ? pasted
            : new String(file.getBytes(), StandardCharsets.UTF_8);
    try {
      ScenarioJson.Content content = ScenarioJson.read(text, "scenario.json");
      return created(content.in(id), visit);
    } catch (BadInput refused) {
      var errors =
          FindingWords.refuse(response, visit.words(), refused, Map.of()).stream()
              .map(error -> new FormError("text", error.message()))
              .distinct()
              .toList();
      return list(visit, city, "", "", pasted, errors);
    }
  }

  private View created(ScenarioJson.Content content, Visit visit) {
    return to(scenarios.adopt(content, visit.language().tag()));
  }

  private static View to(Scenario scenario) {
    return SeeOther.at("/scenarios/" + scenario.id() + "#main");
  }
}
