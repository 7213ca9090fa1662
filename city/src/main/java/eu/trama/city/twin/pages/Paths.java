package eu.trama.city.twin.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Texts made fit for an address.
public final class Paths {

  private Paths() {}

  /// An id as the rest of a path. Slashes stay: ids such as `neighbourhood:01/income/2022` have
  /// them.
  public static String segment(String id) {
    return parameter(id).replace("%2F", "/").replace("%3A", ":");
  }

  /// A text as the value of a query parameter.
  public static String parameter(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
