package eu.trama.city.identity.page;

import eu.trama.city.web.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// Moments, as the reader writes them, on the clock of both cities.
record Times(Words words) {

  private static final ZoneId ZONE = ZoneId.of("Europe/Madrid");

  String of(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(words.language().locale())
        .withZone(ZONE)
        .format(at);
  }
}
