package eu.trama.city.twin;

import java.time.ZoneId;
import java.util.List;

/// A city that this server holds.
///
/// @param id short name used in addresses, such as `barcelona`
/// @param timezone the clock on its walls; timetables and dates are read in it
/// @param utmEpsg EPSG code of the UTM zone in which local metres are computed, such as 25831
/// @param lat latitude of the map's first view, degrees WGS 84
/// @param lon longitude of the map's first view, degrees WGS 84
/// @param zoom first zoom level of the map, 0 is the whole world
/// @param languages official languages, the first is the default
/// @param currency ISO 4217 code of the incomes
public record City(
    String id,
    String name,
    String country,
    ZoneId timezone,
    int utmEpsg,
    double lat,
    double lon,
    double zoom,
    List<String> languages,
    String currency) {

  public City {
    languages = List.copyOf(languages);
  }
}
