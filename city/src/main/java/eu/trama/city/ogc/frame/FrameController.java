package eu.trama.city.ogc.frame;

import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Media;
import eu.trama.city.ogc.OpenApi;
import eu.trama.city.ogc.Part;
import eu.trama.city.ogc.Problem;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// Landing page, conformance and description of a city's API, each put together from all parts.
@Controller
class FrameController {

  private final ObjectProvider<Part> parts;
  private final Pages pages;

  FrameController(ObjectProvider<Part> parts, Pages pages) {
    this.parts = parts;
    this.pages = pages;
  }

  @GetMapping({"/ogc/{city}", "/ogc/{city}/"})
  @Nullable View landing(Asked asked) throws IOException {
    asked.only();
    Media media = asked.choose(Media.JSON, Media.HTML);
    String title = asked.say("ogc.landing.title", asked.city().name());
    String description = asked.say("ogc.landing.lead", asked.city().name());
    var links = new ArrayList<>(asked.selfAndAlternates(media, Media.JSON, Media.HTML));
    parts().forEach(part -> links.addAll(part.links(asked)));
    if (media.equals(Media.HTML)) {
      return pages.show(
          "ogc/landing", asked.page(title), new LandingPage(description, asked.base(), links));
    }
    var document = new LinkedHashMap<String, Object>();
    document.put("title", title);
    document.put("description", description);
    document.put("links", links);
    return asked.answer(media, document);
  }

  @GetMapping("/ogc/{city}/conformance")
  @Nullable View conformance(Asked asked) throws IOException {
    asked.only();
    Media media = asked.choose(Media.JSON, Media.HTML);
    List<String> classes =
        parts().stream().flatMap(part -> part.conformsTo().stream()).distinct().toList();
    if (media.equals(Media.HTML)) {
      var page = asked.page(asked.say("ogc.conformance.title")).under(way(asked));
      return pages.show("ogc/conformance", page, new ConformancePage(classes));
    }
    var document = new LinkedHashMap<String, Object>();
    document.put("conformsTo", classes);
    document.put("links", asked.selfAndAlternates(media, Media.JSON, Media.HTML));
    return asked.answer(media, document);
  }

  @GetMapping("/ogc/{city}/api")
  @Nullable View api(Asked asked) throws IOException {
    asked.only();
    Media media = asked.choose(Media.OPENAPI, Media.HTML);
    var api = new OpenApi();
    parts().forEach(part -> part.describe(asked.city(), api));
    if (media.equals(Media.HTML)) {
      var page = asked.page(asked.say("ogc.api.title")).under(way(asked));
      return pages.show("ogc/api", page, new ApiPage(asked.href("/api?f=json"), operations(api)));
    }
    return asked.answer(
        media,
        api.document(
            asked.say("ogc.landing.title", asked.city().name()),
            asked.say("ogc.landing.lead", asked.city().name()),
            asked.base()));
  }

  /// Tells programs in their own form that there is nothing at an address.
  @GetMapping("/ogc/{city}/{*rest}")
  @Nullable View nothing(Asked asked, @PathVariable("rest") String rest) {
    throw new Problem(
        HttpStatus.NOT_FOUND,
        "There is nothing at " + rest + "; what there is, says " + asked.href("/api") + ".");
  }

  private List<Part> parts() {
    return parts.orderedStream().toList();
  }

  private static Link way(Asked asked) {
    return Link.to(
        asked.say("ogc.landing.title", asked.city().name()),
        "/ogc/" + asked.city().id() + "?f=html");
  }

  private static List<ApiPage.Line> operations(OpenApi api) {
    var lines = new ArrayList<ApiPage.Line>();
    api.paths()
        .forEach((path, methods) ->
            methods.forEach((method, operation) ->
                lines.add(
                    new ApiPage.Line(
                        method.toUpperCase(java.util.Locale.ROOT),
                        path,
                        operation instanceof Map<?, ?> map
                            ? String.valueOf(map.get("summary"))
                            : ""))));
    return lines;
  }
}
