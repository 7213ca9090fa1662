package eu.trama.city.twin.pages;

import eu.trama.city.twin.City;
import eu.trama.city.twin.CityView;
import eu.trama.city.twin.Snapshot;
import eu.trama.city.twin.Twin;
import eu.trama.city.twin.Zone;
import eu.trama.city.twin.Zones;
import eu.trama.city.web.CityDirectory;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// The cities of the twin, for pages: a name in an address becomes a city, or "not found".
@Component
public class Cities implements CityDirectory {

  private final Twin twin;

  Cities(Twin twin) {
    this.twin = twin;
  }

  @Override
  public List<eu.trama.city.web.City> cities() {
    return twin.cities().stream()
        .map(city -> new eu.trama.city.web.City(city.id(), city.name()))
        .toList();
  }

  public City require(String id) {
    return twin.city(id).orElseThrow(Cities::missing);
  }

  public Snapshot today(City city) {
    return twin.today(city.id());
  }

  public CityView view(Snapshot snapshot) {
    return twin.view(snapshot);
  }

  /// Zones of one level, by id.
  public List<Zone> zones(Snapshot snapshot, String level) {
    return Zones.of(view(snapshot), level);
  }

  /// What to throw where an address leads to nothing.
  public static ResponseStatusException missing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
