package eu.trama.city.twin.dcat;

import java.net.URI;
import java.net.URISyntaxException;

/// Addresses that came as text.
final class Web {

  private Web() {}

  /// Whether a text is an address on the web, and nothing else.
  static boolean isAddress(String text) {
    if (!text.matches("https?://\\S+")) {
      return false;
    }
    try {
      return new URI(text).getHost() != null;
    } catch (URISyntaxException e) {
      return false; // Then it is words.
    }
  }
}
