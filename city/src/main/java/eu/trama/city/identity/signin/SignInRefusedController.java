package eu.trama.city.identity.signin;

import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Says in plain words why a sign-in came to nothing.
@Controller
class SignInRefusedController {

  private static final List<String> TOLD =
      List.of("cancelled", "unknown-attempt", "refused", "provider-down", "closed");

  private final Pages pages;

  SignInRefusedController(Pages pages) {
    this.pages = pages;
  }

  @GetMapping("/sign-in/refused")
  View refused(
      Visit visit,
      @RequestParam(name = "why", defaultValue = "refused") String why,
      HttpServletResponse response) {
    var told = TOLD.contains(why) ? why : "refused";
    if (told.equals("provider-down")) {
      response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
    return pages.show(
        "identity/refused",
        visit.page(visit.say("identity.refused.title")),
        new SignInRefused(
            visit.say("identity.refused." + told),
            visit.say("identity.refused.next." + told),
            visit.account().signIn()));
  }
}
