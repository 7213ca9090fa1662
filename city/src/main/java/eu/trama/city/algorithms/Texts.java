package eu.trama.city.algorithms;

import eu.trama.city.web.Language;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The same text in up to four languages.
///
/// @param byTag by language tag, such as `ca`; `default` stands for all others; never blank
public record Texts(Map<String, String> byTag) {

  /// What SurveyJS calls the language of a text without one.
  public static final String DEFAULT = "default";

  public static final Texts NONE = new Texts(Map.of());

  public Texts {
    var kept = new TreeMap<String, String>();
    byTag.forEach((tag, text) -> {
      if (!text.isBlank()) {
        kept.put(tag, text.strip());
      }
    });
    byTag = Collections.unmodifiableMap(kept);
  }

  /// In one language.
  public static Texts of(String tag, String text) {
    return new Texts(Map.of(tag, text));
  }

  /// The same in every language, such as a proper name.
  public static Texts everywhere(String text) {
    return of(DEFAULT, text);
  }

  public boolean isEmpty() {
    return byTag.isEmpty();
  }

  /// The language in which [#in] says it: the asked one, else the default, else English, else the
  /// first there is.
  public String tag(Language language) {
    for (String tag : List.of(language.tag(), DEFAULT, Language.ENGLISH.tag())) {
      if (byTag.containsKey(tag)) {
        return tag;
      }
    }
    return byTag.isEmpty() ? Language.ENGLISH.tag() : byTag.keySet().iterator().next();
  }

  /// For a reader of that language; empty where nothing was written.
  public String in(Language language) {
    return byTag.getOrDefault(tag(language), "");
  }

  /// Languages of the pages in which nothing is said.
  public List<Language> missing() {
    return Arrays.stream(Language.values()).filter(l -> !byTag.containsKey(l.tag())).toList();
  }
}
