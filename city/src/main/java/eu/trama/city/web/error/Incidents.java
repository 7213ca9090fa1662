package eu.trama.city.web.error;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs a fault under a number that a visitor can tell us, such as `20261123-1402-K7QX3M`: minute
/// in UTC and six characters that no two faults of that minute are likely to share.
final class Incidents {

  private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmm").withZone(ZoneOffset.UTC);

  /// No letter or digit that is read as another one.
  private static final String READABLE = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 6;

  private final Clock clock;
  private final RandomGenerator random;

  Incidents(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /// Writes the fault to the log and returns its number.
  String record(String address, @Nullable Throwable cause) {
    var number = new StringBuilder(MINUTE.format(clock.instant())).append('-');
    for (int i = 0; i < LENGTH; i++) {
      number.append(READABLE.charAt(random.nextInt(READABLE.length())));
    }
    // The address comes from outside: no line end of it may start a line of the log.
    LOG.error("incident {} at {}", number, address.replaceAll("\\p{Cntrl}", "?"), cause);
    return number.toString();
  }
}
