package eu.trama.city.algorithms.pages;

/// A line of a page: what, and what of it.
///
/// @param lang language of the value, where it is not the page's; null where it is
public record Fact(String name, String value, @org.jspecify.annotations.Nullable String lang) {

  static Fact of(String name, String value) {
    return new Fact(name, value, null);
  }
}
