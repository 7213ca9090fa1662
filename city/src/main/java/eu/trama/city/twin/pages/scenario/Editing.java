package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.City;
import eu.trama.city.twin.CityView;
import eu.trama.city.twin.Edit;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.Scenarios;
import eu.trama.city.twin.pages.Cities;
import eu.trama.city.twin.pages.ScenarioFrame;
import eu.trama.city.twin.pages.SeeOther;
import eu.trama.city.twin.pages.Wording;
import eu.trama.city.web.NotYours;
import eu.trama.city.web.Page;
import eu.trama.city.web.Visit;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// What the pages of one scenario share: finding it, its page's frame, making a step.
@Component
class Editing {

  private final Scenarios scenarios;
  private final Cities cities;

  Editing(Scenarios scenarios, Cities cities) {
    this.scenarios = scenarios;
    this.cities = cities;
  }

  Scenario require(String id) {
    return scenarios.find(id).orElseThrow(Cities::missing);
  }

  /// The scenario, where whoever asks may edit it.
  ///
  /// @throws NotYours where it belongs to another person
  Scenario requireOwn(String id) {
    Scenario scenario = require(id);
    if (!scenarios.mayEdit(scenario)) {
      throw new NotYours("scenario " + id);
    }
    return scenario;
  }

  boolean mayEdit(Scenario scenario) {
    return scenarios.mayEdit(scenario);
  }

  City city(Scenario scenario) {
    return cities.require(scenario.city());
  }

  Wording wording(Visit visit, Scenario scenario) {
    return new Wording(visit.words(), city(scenario));
  }

  CityView view(Scenario scenario) {
    return scenarios.view(scenario);
  }

  /// Makes the step and leads back to the scenario.
  View step(Scenario scenario, Edit edit) {
    scenarios.edit(scenario.id(), edit);
    return SeeOther.at("/scenarios/" + scenario.id() + "#steps");
  }

  /// A page about a task on a scenario, under the scenario's own.
  Page page(Visit visit, Scenario scenario, String title) {
    return ScenarioFrame.page(visit, city(scenario), Optional.of(scenario), title);
  }

  /// A free id such as `new-tram-diagonal`, made of a name.
  static String freeId(CityView view, String layer, String name) {
    String plain =
        java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String stem = "new-" + plain.substring(0, Math.min(60, plain.length()));
    String id = stem;
    for (int i = 2; view.feature(layer, id).isPresent(); i++) {
      id = stem + "-" + i;
    }
    return id;
  }

  static BadInput refused(String code, String field, String value, String advice) {
    return new BadInput(Finding.error(code, "form", 0, field, value, advice));
  }

  static String name(String text) {
    String name = text.strip();
    if (name.isEmpty() || name.length() > 120) {
      throw refused("name-length", "name", text, "Give a name of 1 to 120 characters.");
    }
    return name;
  }
}
