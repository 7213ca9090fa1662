package eu.trama.city.web;

import java.util.List;

/// Says which cities there are, in the order pages list them. The module that holds the cities
/// supplies the bean; without one the pages say that no city is loaded yet.
public interface CityDirectory {
  List<City> cities();
}
