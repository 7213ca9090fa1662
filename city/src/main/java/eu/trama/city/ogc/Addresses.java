package eu.trama.city.ogc;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Writes addresses.
public final class Addresses {

  private Addresses() {}

  /// That address with a parameter of its query set, whatever it was.
  public static String with(String address, String name, String value) {
    String bare = without(address, name);
    return bare + (bare.indexOf('?') < 0 ? "?" : "&") + name + "=" + encoded(value);
  }

  public static String without(String address, String name) {
    int mark = address.indexOf('?');
    if (mark < 0) {
      return address;
    }
    String rest =
        Arrays.stream(address.substring(mark + 1).split("&"))
            .filter(each -> !each.isEmpty() && !each.startsWith(name + "="))
            .collect(Collectors.joining("&"));
    return address.substring(0, mark) + (rest.isEmpty() ? "" : "?" + rest);
  }

  /// A text as it may stand in a path or a query.
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%3A", ":")
        .replace("%2C", ",");
  }
}
