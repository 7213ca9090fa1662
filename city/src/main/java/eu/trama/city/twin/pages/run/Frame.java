package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.City;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.Scenarios;
import eu.trama.city.twin.pages.Cities;
import eu.trama.city.twin.pages.ScenarioFrame;
import eu.trama.city.web.Page;
import eu.trama.city.web.Visit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The frame of pages about a scenario's runs: the city in the navigation, the way back.
@Component
class Frame {

  private final Cities cities;
  private final Scenarios scenarios;

  Frame(Cities cities, Scenarios scenarios) {
    this.cities = cities;
    this.scenarios = scenarios;
  }

  City city(Run run) {
    return cities.require(run.snapshot().city());
  }

  /// The name of what was computed on: the scenario's, or that of the city as it is.
  String subject(Visit visit, Run run) {
    String city = city(run).name();
    return scenarioOf(run)
        .map(scenario -> visit.say("twin.run.subject", city, scenario.name()))
        .orElseGet(() -> visit.say("twin.run.subject.baseline", city));
  }

  private Optional<Scenario> scenarioOf(Run run) {
    return Optional.ofNullable(run.scenario()).flatMap(scenarios::find);
  }

  Page scenario(Visit visit, Scenario scenario, String title) {
    return ScenarioFrame.page(visit, cities.require(scenario.city()), Optional.of(scenario), title);
  }

  Page run(Visit visit, Run run, String title) {
    return ScenarioFrame.page(visit, city(run), scenarioOf(run), title);
  }
}
