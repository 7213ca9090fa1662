package eu.trama.city.twin.dcat;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses of the licences that publishers name in words.
final class Licences {

  private static final Pattern CREATIVE_COMMONS =
      Pattern.compile("CC[ -](BY(?:-(?:SA|NC|ND|NC-SA|NC-ND))?)[ -](\\d\\.\\d)(?: ([A-Z]{2}))?");

  private Licences() {}

  /// The address of a licence; empty where the words name none for certain.
  static Optional<String> iri(String words) {
    String named = words.strip();
    if (Web.isAddress(named)) {
      return Optional.of(named);
    }
    Matcher commons = CREATIVE_COMMONS.matcher(named);
    if (commons.matches()) {
      String country = commons.group(3);
      return Optional.of(
          "https://creativecommons.org/licenses/%s/%s/%s"
              .formatted(
                  commons.group(1).toLowerCase(Locale.ROOT),
                  commons.group(2),
                  country == null ? "" : country.toLowerCase(Locale.ROOT) + "/"));
    }
    return switch (named.toLowerCase(Locale.ROOT)) {
      case "cc0", "cc0 1.0" -> Optional.of("https://creativecommons.org/publicdomain/zero/1.0/");
      case "public domain" -> Optional.of("https://creativecommons.org/publicdomain/mark/1.0/");
      case "odbl", "odbl 1.0", "odc-odbl" ->
          Optional.of("https://opendatacommons.org/licenses/odbl/1-0/");
      case "eupl-1.2" -> Optional.of("https://eupl.eu/1.2/en/");
      default -> Optional.empty();
    };
  }
}
