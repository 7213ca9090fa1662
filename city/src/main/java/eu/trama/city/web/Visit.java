package eu.trama.city.web;

import java.util.List;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;

/// One request for a page, as the shell sees it. A controller method takes it as a parameter.
///
/// @param city the city of the path, when its first part names one
/// @param address path and query of the request, without the `lang` parameter
/// @param csrf token that each form must carry
/// @param account who is looking
public record Visit(
    Site site,
    Language language,
    Theme theme,
    Optional<City> city,
    String address,
    Optional<CsrfToken> csrf,
    Account account) {

  public Words words() {
    return site.messages().in(language);
  }

  public String say(String key, Object... values) {
    return words().say(key, values);
  }

  /// The same visit, as one to a city that the address does not name.
  public Visit in(City there) {
    return new Visit(site, language, theme, Optional.of(there), address, csrf, account);
  }

  /// The same visit, after the person has left: nobody's, and without a token that still holds.
  public Visit signedOut() {
    var nobody = new Account(Optional.empty(), List.of(), account.signIn(), account.demo());
    return new Visit(site, language, theme, city, address, Optional.empty(), nobody);
  }

  /// A page with that title, already in the visitor's language.
  public Page page(String title) {
    return Page.titled(this, title);
  }
}
