package eu.trama.city.algorithms.pages;

import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.Paging;
import java.util.List;

/// The list of systems.
///
/// @param found how many there are, in words
/// @param mayEnter whether the reader may enter a system
public record RegisterPage(
    List<Field> filters,
    String city,
    String found,
    List<Card> cards,
    Paging paging,
    boolean mayEnter) {

  /// One system.
  ///
  /// @param lang language of name and summary; null where it is the page's
  public record Card(
      String href,
      String name,
      String summary,
      @org.jspecify.annotations.Nullable String lang,
      List<Tag> tags) {}
}
