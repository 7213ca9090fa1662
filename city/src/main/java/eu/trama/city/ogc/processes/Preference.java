package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.Asked;
import java.util.Arrays;
import java.util.Collections;

/// How a client would have its request dealt with (header `Prefer`, RFC 7240).
final class Preference {

  private static final String LATER = "respond-async";

  private Preference() {}

  /// Whether the client would rather be told where to ask than wait.
  static boolean later(Asked asked) {
    return Collections.list(asked.request().getHeaders("Prefer")).stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(each -> each.split(";", 2)[0].strip())
        .anyMatch(LATER::equalsIgnoreCase);
  }

  /// Says that it was so done, to who had asked for it.
  static void applied(Asked asked) {
    if (later(asked)) {
      asked.response().setHeader("Preference-Applied", LATER);
    }
  }
}
