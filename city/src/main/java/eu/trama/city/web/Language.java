package eu.trama.city.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The languages of the pages. The first is the one used when a visitor names none of them.
public enum Language {
  CATALAN("ca", "Català", Locale.of("ca", "ES")),
  SPANISH("es", "Español", Locale.of("es", "ES")),
  ENGLISH("en", "English", Locale.of("en", "GB")),
  ITALIAN("it", "Italiano", Locale.of("it", "IT"));

  private final String tag;
  private final String ownName;
  private final Locale locale;

  Language(String tag, String ownName, Locale locale) {
    this.tag = tag;
    this.ownName = ownName;
    this.locale = locale;
  }

  /// BCP 47 language tag without a region, as `html lang` and the message files use it.
  public String tag() {
    return tag;
  }

  /// The language's name in that language, as a language menu must show it.
  public String ownName() {
    return ownName;
  }

  /// Locale for numbers and dates.
  public Locale locale() {
    return locale;
  }

  public static Optional<Language> ofTag(String tag) {
    return Arrays.stream(values()).filter(l -> l.tag.equals(tag)).findFirst();
  }

  /// The best match for an `Accept-Language` header (RFC 9110 section 12.5.4, RFC 4647 lookup);
  /// Catalan where the header is absent, malformed or asks for none of ours.
  public static Language accepted(String header) {
    List<Locale.LanguageRange> ranges;
    try {
      ranges = header.isBlank() ? List.of() : Locale.LanguageRange.parse(header);
    } catch (IllegalArgumentException malformed) {
      return CATALAN; // A visitor's odd header is no reason to refuse a page.
    }
    var best = Locale.lookupTag(ranges, Arrays.stream(values()).map(Language::tag).toList());
    return best == null ? CATALAN : ofTag(best).orElse(CATALAN);
  }
}
