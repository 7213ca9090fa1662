package eu.trama.city.twin.pages;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Catalogue;
import eu.trama.city.twin.City;
import eu.trama.city.twin.Digest;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.PackSources;
import eu.trama.city.twin.Twin;
import eu.trama.city.twin.dcat.CityEntries;
import eu.trama.city.twin.dcat.DcatCatalogue;
import eu.trama.city.twin.dcat.Graph;
import eu.trama.city.twin.dcat.JsonLd;
import eu.trama.city.twin.dcat.Turtle;
import eu.trama.city.web.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The catalogue of one city or of all as linked data, DCAT-AP 3.
@Component
class CatalogueFiles {

  /// @param publisher who runs this server and so publishes its catalogue
  @ConfigurationProperties("trama.catalogue")
  record Settings(@DefaultValue("Trama") String publisher) {}

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(Settings.class)
  static class Setup {}

  /// A way to write a graph.
  enum Form {
    TURTLE(Turtle.MEDIA_TYPE, "ttl"),
    JSON_LD(JsonLd.MEDIA_TYPE, "jsonld");

    private final String type;
    private final String ending;

    Form(String type, String ending) {
      this.type = type;
      this.ending = ending;
    }

    String write(Graph graph) {
      return this == TURTLE ? Turtle.write(graph) : JsonLd.write(graph);
    }

    /// What a program prefers to a page; empty where it is a page.
    static Optional<Form> preferred(HttpServletRequest request) {
      for (MediaType type : accepted(request)) {
        if (type.includes(MediaType.TEXT_HTML)) {
          return Optional.empty();
        }
        for (Form form : values()) {
          if (type.includes(MediaType.parseMediaType(form.type))
              || (form == JSON_LD && type.includes(MediaType.APPLICATION_JSON))) {
            return Optional.of(form);
          }
        }
      }
      return Optional.empty();
    }

    private static List<MediaType> accepted(HttpServletRequest request) {
      try {
        List<MediaType> types = MediaType.parseMediaTypes(request.getHeader("Accept"));
        MimeTypeUtils.sortBySpecificity(types);
        types.sort((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()));
        return types;
      } catch (InvalidMediaTypeException e) {
        return List.of(); // Whoever cannot say what they want gets the page.
      }
    }
  }

  private final Twin twin;
  private final Catalogue catalogue;
  private final PackSources packSources;
  private final Settings settings;

  CatalogueFiles(Twin twin, Catalogue catalogue, PackSources packSources, Settings settings) {
    this.twin = twin;
    this.catalogue = catalogue;
    this.packSources = packSources;
    this.settings = settings;
  }

  View all(Visit visit, Form form, HttpServletRequest request) {
    List<CityEntries> cities = twin.cities().stream().map(city -> entries(city, root())).toList();
    return view(
        new DcatCatalogue(
            root() + "/catalogue",
            words -> words.say("twin.catalogues.title"),
            words -> words.say("twin.catalogues.lead"),
            settings.publisher(),
            cities),
        visit,
        form,
        request);
  }

  View city(Visit visit, City city, Form form, HttpServletRequest request) {
    return view(
        new DcatCatalogue(
            root() + "/" + city.id() + "/catalogue",
            words -> words.say("twin.dcat.catalogue", city.name()),
            words -> words.say("twin.catalogue.lead"),
            settings.publisher(),
            List.of(entries(city, root()))),
        visit,
        form,
        request);
  }

  private CityEntries entries(City city, String root) {
    var layers = twin.summaries(twin.today(city.id()));
    return new CityEntries(
        root,
        settings.publisher(),
        city,
        layers,
        catalogue.datasets(city.id()),
        packSources.of(city.id()));
  }

  private static View view(
      DcatCatalogue catalogue, Visit visit, Form form, HttpServletRequest request) {
    String file = catalogue.iri() + "." + form.ending;
    int page = page(request.getParameter("page"), catalogue.pages());
    byte[] bytes =
        form.write(catalogue.graph(visit.site().messages(), page, file))
            .getBytes(StandardCharsets.UTF_8);
    return (model, asked, response) -> {
      response.addHeader("Vary", "Accept");
      String tag = Digest.hex(Digest.sha256().digest(bytes)).substring(0, 32);
      if (!new ServletWebRequest(asked, response).checkNotModified("W/\"" + tag + "\"")) {
        response.setContentType(form.type + ";charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
      }
    };
  }

  private static int page(@Nullable String text, int pages) {
    if (text == null) {
      return 1;
    }
    int page = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    if (page < 1 || page > pages) {
      throw new BadInput(
          Finding.error(
              "page", "request", 0, "page", text, "Give a whole number from 1 to " + pages + "."));
    }
    return page;
  }

  private static String root() {
    return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
  }
}
