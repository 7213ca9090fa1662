package eu.trama.city.web.shell;

import eu.trama.city.web.Language;
import eu.trama.city.web.Theme;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Keeps the visitor's choice of language or colours in a cookie, and leads back to the page.
@Controller
class ChoiceController {

  @PostMapping("/language")
  ResponseEntity<Void> language(
      @RequestParam("language") String tag,
      @RequestParam("back") String back,
      HttpServletRequest request) {
    var language = Language.ofTag(tag).orElseThrow(ChoiceController::unknown);
    return kept(Cookies.header(Cookies.LANGUAGE, language.tag(), request.isSecure()), back);
  }

  @PostMapping("/theme")
  ResponseEntity<Void> theme(
      @RequestParam("theme") String key,
      @RequestParam("back") String back,
      HttpServletRequest request) {
    var theme = Theme.ofKey(key).orElseThrow(ChoiceController::unknown);
    return kept(Cookies.header(Cookies.THEME, theme.key(), request.isSecure()), back);
  }

  private static ResponseEntity<Void> kept(String cookie, String back) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.SET_COOKIE, cookie)
        .location(own(back))
        .build();
  }

  /// Only a path of this site is followed, so that nobody can lend our address to another one. A
  /// browser reads `//host` and `/\host` as another host, and drops tabs and line ends before that.
  static URI own(String back) {
    try {
      var uri = URI.create(back);
      boolean ours =
          uri.getScheme() == null && uri.getRawAuthority() == null && back.matches("/(?!/).*");
      return ours ? uri : URI.create("/");
    } catch (IllegalArgumentException notAnAddress) {
      return URI.create("/");
    }
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST);
  }
}
