package eu.trama.city.ogc.frame;

import eu.trama.city.ogc.Addresses;
import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Media;
import eu.trama.city.ogc.Problem;
import eu.trama.city.twin.BadInput;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/// Tells programs and people why a request to an API is refused.
@ControllerAdvice(basePackageClasses = Asked.class)
class Problems {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Pages pages;

  Problems(Pages pages) {
    this.pages = pages;
  }

  @ExceptionHandler(Problem.class)
  @Nullable View refused(
      Problem problem, Visit visit, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return tell(problem, visit, request, response);
  }

  @ExceptionHandler(BadInput.class)
  @Nullable View refused(
      BadInput bad, Visit visit, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String detail = bad.findings().getFirst().toString();
    return tell(new Problem(HttpStatus.BAD_REQUEST, detail), visit, request, response);
  }

  private @Nullable View tell(
      Problem problem, Visit visit, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpStatus status = problem.status();
    String detail = problem.detail();
    response.setStatus(status.value());
    response.setHeader("Cache-Control", "no-store");
    if (forPeople(request)) {
      return pages.show(
          "ogc/problem",
          visit.page(visit.say("ogc.problem.title")),
          new Refused(status.value(), detail, Addresses.without(visit.address(), "f")));
    }
    var document = new LinkedHashMap<String, Object>();
    document.put("type", problem.type());
    document.put("title", status.getReasonPhrase());
    document.put("status", status.value());
    document.put("detail", detail);
    document.put("instance", visit.address());
    response.setContentType(type(request).toString());
    response.getOutputStream().write(JSON.writeValueAsBytes(document));
    return null;
  }

  /// Who takes application/json and no problem document gets it under that name.
  private static MediaType type(HttpServletRequest request) {
    try {
      List<MediaType> accepted = MediaType.parseMediaTypes(request.getHeader("Accept"));
      boolean plain =
          accepted.stream().noneMatch(each -> each.includes(Media.PROBLEM.type()))
              && accepted.stream().anyMatch(each -> each.includes(Media.JSON.type()));
      return plain ? Media.JSON.type() : Media.PROBLEM.type();
    } catch (InvalidMediaTypeException e) {
      return Media.PROBLEM.type();
    }
  }

  /// Read from the headers as they are: what is wrong may be these very headers.
  private static boolean forPeople(HttpServletRequest request) {
    String f = Optional.ofNullable(request.getParameter("f")).orElse("");
    String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
    return f.isEmpty() ? accept.contains("text/html") : f.equals(Media.HTML.f());
  }
}
