package eu.trama.city.twin.pages;

import eu.trama.city.twin.City;
import eu.trama.city.twin.Scenario;
import eu.trama.city.web.Link;
import eu.trama.city.web.Page;
import eu.trama.city.web.Visit;
import java.util.ArrayList;
import java.util.Optional;

/// The frame of pages about scenarios and their runs, whose addresses do not name a city: that city
/// in the navigation, and the way back.
public final class ScenarioFrame {

  private ScenarioFrame() {}

  /// @param scenario under which the page stands; none for the scenario's own page
  public static Page page(Visit visit, City city, Optional<Scenario> scenario, String title) {
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
}
