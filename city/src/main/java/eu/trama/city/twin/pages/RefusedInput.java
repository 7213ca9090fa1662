package eu.trama.city.twin.pages;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Json;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.View;

/// Answers a request that was refused for its input with 400: a page with what to mend for people,
/// a problem document (RFC 9457) with all findings for programs.
@ControllerAdvice(basePackageClasses = RefusedInput.class)
class RefusedInput {

  private final Pages pages;

  RefusedInput(Pages pages) {
    this.pages = pages;
  }

  @ExceptionHandler(BadInput.class)
  @Nullable View refused(
      BadInput refused, Visit visit, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    if (forPeople(request)) {
      var title = visit.say("twin.refused.title");
      return pages.show("twin/refused", visit.page(title), page(visit.words(), refused));
    }
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader("Cache-Control", "no-store");
    response
        .getOutputStream()
        .write(Json.write(problem(visit, refused)).getBytes(StandardCharsets.UTF_8));
    return null;
  }

  private static Refused page(Words words, BadInput refused) {
    return new Refused(
        refused.findings().stream()
            .map(finding ->
                new Refused.Line(
                    FindingWords.say(words, finding), finding.field(), finding.value()))
            .toList());
  }

  private static Map<String, Object> problem(Visit visit, BadInput refused) {
    var problem = new LinkedHashMap<String, Object>();
    problem.put("type", "about:blank");
    problem.put("title", visit.say("twin.refused.title"));
    problem.put("status", HttpStatus.BAD_REQUEST.value());
    problem.put("detail", FindingWords.say(visit.words(), refused.findings().getFirst()));
    problem.put("instance", visit.address());
    problem.put("findings", refused.findings().stream().map(RefusedInput::finding).toList());
    return problem;
  }

  private static Map<String, Object> finding(Finding finding) {
    return Map.of(
        "severity", finding.severity().name().toLowerCase(Locale.ROOT),
        "code", finding.code(),
        "file", finding.file(),
        "line", finding.line(),
        "field", finding.field(),
        "value", finding.value(),
        "advice", finding.advice());
  }

  /// A file is for programs, whatever a browser accepts; a page for people, unless they ask for
  /// JSON.
  private static boolean forPeople(HttpServletRequest request) {
    String path = request.getRequestURI();
    boolean file =
        path.substring(path.lastIndexOf('/') + 1)
            .matches(".*\\.(geojson|json|csv|parquet|cityjson|ttl|jsonld)");
    String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("*/*");
    return !file && List.of("text/html", "*/*").stream().anyMatch(accept::contains);
  }
}
