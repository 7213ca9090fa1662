package eu.trama.city.web.shell;

import eu.trama.city.web.Language;
import eu.trama.city.web.OwnPath;
import eu.trama.city.web.Theme;
import jakarta.servlet.http.HttpServletRequest;
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
        .location(OwnPath.of(back))
        .build();
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST);
  }
}
