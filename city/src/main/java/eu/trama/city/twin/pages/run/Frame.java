package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.City;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.Scenarios;
import eu.trama.city.twin.pages.Cities;
import eu.trama.city.web.Link;
import eu.trama.city.web.Page;
import eu.trama.city.web.Visit;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

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
    return page(visit, cities.require(scenario.city()), Optional.of(scenario), title);
  }

  Page run(Visit visit, Run run, String title) {
    return page(visit, city(run), scenarioOf(run), title);
  }

  private static Page page(Visit visit, City city, Optional<Scenario> scenario, String title) {
    var way = new ArrayList<Link>();
    way.add(Link.to(city.name(), "/" + city.id()));
    way.add(Link.to(visit.say("twin.scenarios.title"), "/" + city.id() + "/scenarios"));
    scenario.ifPresent(each -> way.add(Link.to(each.name(), "/scenarios/" + each.id())));
    return visit
        .in(new eu.trama.city.web.City(city.id(), city.name()))
        .page(title)
        .in("scenarios")
        .under(way.toArray(Link[]::new));
  }

  /// After a form was sent: the browser reads the page anew (303, RFC 9110).
  static View to(String address) {
    var view = new RedirectView(address);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    view.setExposeModelAttributes(false);
    return view;
  }
}
