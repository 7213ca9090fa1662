package eu.trama.city.identity.provider;

import eu.trama.city.identity.access.SignInWay;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The page on which one of the made-up people is chosen. It holds the client's question to the
/// provider and sends it again, with the answer.
@Controller
class DemoController {

  /// What a question consists of (RFC 6749 section 4.1.1, RFC 7636, OpenID Connect Core 1.0).
  private static final List<String> QUESTION =
      List.of(
          "response_type",
          "client_id",
          "scope",
          "state",
          "redirect_uri",
          "nonce",
          "code_challenge",
          "code_challenge_method");

  private final Pages pages;
  private final SignInWay way;

  DemoController(Pages pages, SignInWay way) {
    this.pages = pages;
    this.way = way;
  }

  @GetMapping("/sign-in/demo")
  View choose(Visit visit, @RequestParam Map<String, String> question, HttpServletRequest request) {
    if (way.kind() != SignInWay.Kind.BUILT_IN || !way.openTo(request)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    var people =
        Arrays.stream(DemoPerson.values())
            .map(person ->
                new DemoChoice.Card(
                    person.key(),
                    person.fullName(),
                    person.role().label(visit.words()),
                    person.role().may(visit.words())))
            .toList();
    var fields =
        QUESTION.stream()
            .filter(question::containsKey)
            .map(name -> new DemoChoice.Part(name, question.getOrDefault(name, "")))
            .toList();
    return pages.show(
        "identity/demo",
        visit.page(visit.say("identity.demo.title")),
        new DemoChoice(people, fields));
  }
}
