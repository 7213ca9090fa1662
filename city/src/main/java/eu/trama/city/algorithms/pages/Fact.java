package eu.trama.city.algorithms.pages;

import eu.trama.city.web.Link;
import java.util.List;

/// A line of a page: what, and what of it.
///
/// @param lang language of the value, where it is not the page's; null where it is
/// @param links in the place of a value
public record Fact(
    String name, String value, @org.jspecify.annotations.Nullable String lang, List<Link> links) {

  Fact(String name, String value, @org.jspecify.annotations.Nullable String lang) {
    this(name, value, lang, List.of());
  }

  static Fact of(String name, String value) {
    return new Fact(name, value, null);
  }
}
