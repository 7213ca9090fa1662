package eu.trama.city.web.shell;

import eu.trama.city.web.City;
import eu.trama.city.web.CityDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DataAccessException;

/// The cities that the store names, or the last that it named while it does not answer: the page
/// that tells of an outage needs the navigation, too.
final class RememberedCities implements CityDirectory {

  /// For so long a store that did not answer is not asked again, since asking may take seconds.
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final CityDirectory store;
  private final Clock clock;
  private volatile List<City> last = List.of();
  private volatile Instant askAgain = Instant.MIN;

  RememberedCities(CityDirectory store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public List<City> cities() {
    Instant now = clock.instant();
    if (now.isBefore(askAgain) && !now.plus(PAUSE).isBefore(askAgain)) {
      return last;
    }
    try {
      last = store.cities();
    } catch (DataAccessException unanswered) {
      // Whoever needs more of the store than the names of the cities meets the failure itself.
      askAgain = clock.instant().plus(PAUSE);
    }
    return last;
  }
}
