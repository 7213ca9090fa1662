package eu.trama.city.algorithms;

import eu.trama.city.web.Language;
import java.util.Map;
import java.util.TreeMap;

/// The same text in up to four languages.
///
/// @param byTag by language tag; never blank
public record Texts(Map<String, String> byTag) {

  public static final Texts NONE = new Texts(Map.of());

  public Texts {
    var kept = new TreeMap<String, String>();
    byTag.forEach((tag, text) -> {
      if (!text.isBlank()) {
        kept.put(tag, text.strip());
      }
    });
    byTag = java.util.Collections.unmodifiableMap(kept);
  }

  /// In one language.
  public static Texts of(String tag, String text) {
    return new Texts(Map.of(tag, text));
  }

  public boolean isEmpty() {
    return byTag.isEmpty();
  }

  /// The language in which [#in] says it: the asked one, else English, else the first there is.
  public String tag(Language language) {
    if (byTag.containsKey(language.tag())) {
      return language.tag();
    }
    return byTag.containsKey("en") || byTag.isEmpty() ? "en" : byTag.keySet().iterator().next();
  }

  /// For a reader of that language; empty where nothing was written.
  public String in(Language language) {
    return byTag.getOrDefault(tag(language), "");
  }
}
