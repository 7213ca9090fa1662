package eu.trama.city.identity.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Browser and system in two words, from what the browser says of itself, so that people know their
/// own devices. The whole text is not kept: it can identify a browser.
public final class Device {

  /// Browsers name those they want to be taken for, so the one to ask for last names most.
  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    BROWSERS.put("Edg/", "Edge");
    BROWSERS.put("OPR/", "Opera");
    BROWSERS.put("Firefox/", "Firefox");
    BROWSERS.put("Chrome/", "Chrome");
    BROWSERS.put("Safari/", "Safari");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("iPhone", "iOS");
    SYSTEMS.put("iPad", "iPadOS");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Mac OS X", "macOS");
    SYSTEMS.put("Linux", "Linux");
  }

  private Device() {}

  /// @return such as `Firefox, Linux`; empty where neither is known
  public static String of(String userAgent) {
    return Stream.of(first(BROWSERS, userAgent), first(SYSTEMS, userAgent))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String first(Map<String, String> marks, String userAgent) {
    return marks.entrySet().stream()
        .filter(mark -> userAgent.contains(mark.getKey()))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse("");
  }
}
