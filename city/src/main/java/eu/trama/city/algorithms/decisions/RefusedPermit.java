package eu.trama.city.algorithms.decisions;

import eu.trama.city.algorithms.PermitRefused;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.View;

/// Says which gate is missing where a system may not run, on whatever page it was asked for.
@ControllerAdvice
public class RefusedPermit {

  private final Pages pages;

  RefusedPermit(Pages pages) {
    this.pages = pages;
  }

  /// @param why the missing gate, in words
  public record NothingDecided(String why, String system) {}

  @ExceptionHandler(PermitRefused.class)
  View refused(PermitRefused refused, Visit visit, HttpServletResponse response) {
    response.setStatus(HttpStatus.CONFLICT.value());
    return pages.show(
        "algorithms/decisions/refused",
        visit.page(visit.say("decisions.refused.title")),
        new NothingDecided(refused.say(visit.words()), refused.system().value()));
  }
}
