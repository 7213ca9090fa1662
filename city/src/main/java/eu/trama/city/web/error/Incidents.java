package eu.trama.city.web.error;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
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

  /// Part of a path that only those may know who were given the link.
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{16,}");

  /// Writes the fault to the log and returns its number. Of the address only the path is written,
  /// without what may be a secret in it: the rest is what a visitor typed.
  String record(String address, @Nullable Throwable cause) {
    var number = new StringBuilder(MINUTE.format(clock.instant())).append('-');
    for (int i = 0; i < LENGTH; i++) {
      number.append(READABLE.charAt(random.nextInt(READABLE.length())));
    }
    // The address comes from outside: no line end of it may start a line of the log.
    LOG.error("incident {} at {}", number, path(address), cause);
    return number.toString();
  }

  private static String path(String address) {
    String path = address.split("\\?", 2)[0].replaceAll("\\p{Cntrl}", "?");
    return SECRET.matcher(path).replaceAll("…");
  }
}
