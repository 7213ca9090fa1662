package eu.trama.city.algorithms.text;

import eu.trama.city.web.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// A text of a data file in several languages.
///
/// @param byTag the text of each language by its tag, such as `ca`; `default` stands for all others
public record Told(Map<String, String> byTag) {

  /// What SurveyJS calls the language of a text without one.
  public static final String DEFAULT = "default";

  public static final Told NOTHING = new Told(Map.of());

  public Told {
    byTag = Map.copyOf(new TreeMap<>(byTag));
  }

  /// The same in every language, such as a proper name.
  public static Told everywhere(String text) {
    return text.isEmpty() ? NOTHING : new Told(Map.of(DEFAULT, text));
  }

  /// In that language, else as the file has it by default, else in English, else in any.
  public String in(Language language) {
    String own = byTag.get(language.tag());
    if (own == null) {
      own = byTag.get(DEFAULT);
    }
    if (own == null) {
      own = byTag.get(Language.ENGLISH.tag());
    }
    return own == null ? byTag.values().stream().sorted().findFirst().orElse("") : own;
  }

  public boolean isEmpty() {
    return byTag.values().stream().allMatch(String::isBlank);
  }

  /// Languages of the pages in which nothing is said.
  public List<Language> missing() {
    return Arrays.stream(Language.values())
        .filter(l -> Objects.requireNonNullElse(byTag.get(l.tag()), "").isBlank())
        .toList();
  }
}
