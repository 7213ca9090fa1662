package eu.trama.city.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.servlet.View;

/// Draws pages. A controller returns what [#show] gives:
///
/// ```java
/// @GetMapping("/{city}/map")
/// View map(Visit visit) {
///   var page = visit.page(visit.say("twin.map.title")).in("map");
///   return pages.show("twin/map", page, new ZoneMap(…));
/// }
/// ```
///
/// The template `twin/map.jte` declares `@param Page page` and `@param ZoneMap model`.
public final class Pages {

  /// Request attribute: the template that drew the answer.
  public static final String TEMPLATE = "trama.template";

  private final TemplateEngine templates;

  public Pages(TemplateEngine templates) {
    this.templates = templates;
  }

  /// A view of that template.
  ///
  /// @param template path below `src/main/jte` without its ending, such as `twin/map`
  public View show(String template, Page page, Record model) {
    return view(template, page, Map.of("page", page, "model", model));
  }

  /// A view of a template that needs nothing but the shell.
  public View show(String template, Page page) {
    return view(template, page, Map.of("page", page));
  }

  private View view(String template, Page page, Map<String, Object> parameters) {
    return (none, request, response) -> {
      request.setAttribute(TEMPLATE, template);
      send(template, page, parameters, response);
    };
  }

  private void send(
      String template, Page page, Map<String, Object> parameters, HttpServletResponse response)
      throws java.io.IOException {
    // Drawn to memory first, so that a failure half-way gives an error page and not half a page.
    var bytes = new Utf8ByteOutput();
    templates.render(template + ".jte", parameters, bytes);
    response.setContentType("text/html;charset=UTF-8");
    response.setLocale(Locale.of(page.language().tag()));
    response.addHeader("Vary", "Accept-Language, Cookie");
    response.setContentLength(bytes.getContentLength());
    bytes.writeTo(response.getOutputStream());
  }
}
