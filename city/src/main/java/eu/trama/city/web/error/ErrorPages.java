package eu.trama.city.web.error;

import eu.trama.city.web.Pages;
import eu.trama.city.web.Reason;
import eu.trama.city.web.Visit;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/// Every error of the server ends here: a page in plain words for people, a problem document (RFC
/// 9457) for programs. Neither tells anything about the inside; a fault of ours carries the number
/// under which the log has it.
@Controller
class ErrorPages implements ErrorController {

  /// Statuses with words of their own; any other is told as 400 or 500.
  private static final List<Integer> TOLD = List.of(400, 403, 404, 405, 413, 415, 429, 500, 503);

  /// Below these, what names no type is a program.
  private static final List<String> FOR_PROGRAMS = List.of("/api/", "/ogc/");

  private final Pages pages;
  private final Incidents incidents;
  private final JsonMapper json;

  ErrorPages(Pages pages, Incidents incidents, JsonMapper json) {
    this.pages = pages;
    this.incidents = incidents;
    this.json = json;
  }

  @RequestMapping("/error")
  @Nullable View error(Visit visit, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int status = status(request);
    response.setStatus(status);
    var incident =
        status >= HttpStatus.INTERNAL_SERVER_ERROR.value()
            ? Optional.of(incidents.record(visit.address(), cause(request)))
            : Optional.<String>empty();
    var kind = kind(status, request);
    var title = visit.say("web.error." + kind + ".title");
    var failure =
        new Failure(
            status,
            visit.say("web.error." + kind + ".what"),
            visit.say("web.error." + kind + ".next"),
            incident);
    if (forPeople(request, visit.address())) {
      return pages.show("web/error", visit.page(title), failure);
    }
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader("Content-Language", visit.language().tag());
    json.writeValue(response.getOutputStream(), problem(title, failure, visit.address()));
    return null;
  }

  private static Problem problem(String title, Failure failure, String address) {
    return new Problem(
        "about:blank",
        title,
        failure.status(),
        failure.what() + " " + failure.next(),
        address,
        failure.incident().orElse(null));
  }

  private static int status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? status
        : HttpStatus.NOT_FOUND.value(); // Somebody asked for /error itself.
  }

  private static @Nullable Throwable cause(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause
        ? cause
        : null;
  }

  private static String kind(int status, HttpServletRequest request) {
    var reason = Reason.of(request);
    if (reason.isPresent()) {
      return reason.get().key();
    }
    int told = TOLD.contains(status) ? status : status < 500 ? 400 : 500;
    return String.format(Locale.ROOT, "%d", told);
  }

  /// People get a page: their browser names HTML. A program that names no type gets a page too,
  /// except where only programs are expected.
  static boolean forPeople(HttpServletRequest request, String address) {
    var accept = Optional.ofNullable(request.getHeader("Accept")).orElse("*/*");
    if (accept.contains(MediaType.TEXT_HTML_VALUE)) {
      return true;
    }
    return FOR_PROGRAMS.stream().noneMatch(address::startsWith) && acceptsAnything(accept);
  }

  private static boolean acceptsAnything(String accept) {
    try {
      return MediaType.parseMediaTypes(accept).stream().allMatch(MediaType::isWildcardType);
    } catch (InvalidMediaTypeException malformed) {
      return true;
    }
  }
}
