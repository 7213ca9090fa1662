package eu.trama.city.web;

import java.util.List;
import java.util.Optional;

/// What every page needs and no request changes.
///
/// @param sections in the order of the navigation
/// @param foot in the order of the foot of a page
public record Site(
    Messages messages,
    Assets assets,
    CityDirectory directory,
    List<Section> sections,
    List<FootPage> foot) {

  public List<City> cities() {
    return directory.cities();
  }

  /// The city whose key is the first part of a path, if any: `/bologna/map` belongs to Bologna.
  public Optional<City> cityOfPath(String path) {
    var first = path.substring(Math.min(1, path.length())).split("/", 2)[0];
    return cities().stream().filter(c -> c.key().equals(first)).findFirst();
  }
}
