package eu.trama.city.web.shell;

import eu.trama.city.web.City;
import eu.trama.city.web.Link;
import java.util.List;

/// What the home page lists.
///
/// @param cities each with the links to its sections
/// @param sections what each section is for
public record Home(List<CityCard> cities, List<Entry> sections) {

  public record CityCard(City city, List<Link> sections) {}

  public record Entry(String label, String summary) {}
}
