package eu.trama.city.web;

import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;

/// One request for a page, as the shell sees it. A controller method takes it as a parameter.
///
/// @param city the city of the path, when its first part names one
/// @param address path and query of the request, without the `lang` parameter
/// @param csrf token that each form must carry
public record Visit(
    Site site,
    Language language,
    Theme theme,
    Optional<City> city,
    String address,
    Optional<CsrfToken> csrf) {

  public Words words() {
    return site.messages().in(language);
  }

  public String say(String key, Object... values) {
    return words().say(key, values);
  }

  /// A page with that title, already in the visitor's language.
  public Page page(String title) {
    return Page.titled(this, title);
  }
}
