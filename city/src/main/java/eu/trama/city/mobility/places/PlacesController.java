package eu.trama.city.mobility.places;

import eu.trama.city.twin.City;
import eu.trama.city.twin.Twin;
import eu.trama.city.web.OpenPath;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Section;
import eu.trama.city.web.Visit;
import eu.trama.city.web.Words;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriUtils;

/// Finds places by name, for people and for other programs.
@Controller
class PlacesController {

  private static final int LONGEST_TEXT = 100;
  private static final int SHOWN = 20;
  private static final int MOST = 50;
  private static final CacheControl BRIEFLY =
      CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

  private final Pages pages;
  private final Twin twin;
  private final Places places;

  PlacesController(Pages pages, Twin twin, Places places) {
    this.pages = pages;
    this.twin = twin;
    this.places = places;
  }

  @Bean
  static OpenPath placePaths() {
    return OpenPath.reading("/{city}/places", "/{city}/places.json");
  }

  private record Part() implements Section {
    @Override
    public String key() {
      return "places";
    }

    @Override
    public int order() {
      return 15;
    }

    @Override
    public String href(eu.trama.city.web.City city) {
      return "/" + city.key() + "/places";
    }

    @Override
    public String label(Words words) {
      return words.say("mobility.section.places");
    }

    @Override
    public String summary(Words words) {
      return words.say("mobility.section.about.places");
    }
  }

  @Bean
  static Section placesSection() {
    return new Part();
  }

  @GetMapping("/{city}/places")
  View page(
      Visit visit,
      @PathVariable("city") String id,
      @RequestParam(name = "q", defaultValue = "") String text) {
    City city = city(id);
    String asked = shortened(text);
    List<Place> found = asked.isBlank() ? List.of() : places.search(id, asked, SHOWN);
    var question =
        Field.of("q", Field.Kind.TEXT, visit.say("mobility.places.question"))
            .hint(visit.say("mobility.places.hint"))
            .value(asked);
    return pages.show(
        "mobility/places",
        visit.page(visit.say("mobility.places.title")).in("places"),
        new PlaceList(question, !asked.isBlank(), table(visit, city, found)));
  }

  private static DataTable table(Visit visit, City city, List<Place> found) {
    return new DataTable(
        "places",
        visit.say("mobility.places.found", found.size()),
        List.of(
            DataTable.Column.text(visit.say("mobility.places.name")),
            DataTable.Column.text(visit.say("mobility.places.kind"))),
        found.stream().map(place -> row(visit, city, place)).toList(),
        false);
  }

  private static DataTable.Row row(Visit visit, City city, Place place) {
    String kind = visit.say("mobility.places.kind." + place.kind().key());
    return new DataTable.Row(place.id(), href(city, place), List.of(place.name(), kind));
  }

  /// A stop leads to what leaves it next; the rest to what the twin knows of it.
  private static String href(City city, Place place) {
    String id = place.id().substring(place.id().indexOf('/') + 1);
    return switch (place.kind()) {
      case STOP -> "/" + city.id() + "/departures?stop=" + parameter(id);
      case ZONE -> "/" + city.id() + "/zones/" + segment(id);
      case FACILITY, STREET -> "/" + city.id() + "/layers/" + segment(place.id());
    };
  }

  /// What was found, as JSON.
  ///
  /// @param label its kind in the reader's language
  record Found(String id, String kind, String label, String name, double lat, double lon) {}

  record Answer(List<Found> places) {}

  @GetMapping("/{city}/places.json")
  ResponseEntity<Answer> json(
      Visit visit,
      @PathVariable("city") String id,
      @RequestParam(name = "q", defaultValue = "") String text,
      @RequestParam(name = "limit", defaultValue = "10") int limit) {
    city(id);
    List<Place> found = places.search(id, shortened(text), Math.clamp(limit, 1, MOST));
    return ResponseEntity.ok()
        .cacheControl(BRIEFLY)
        .varyBy("Accept-Language", "Cookie")
        .body(new Answer(found.stream().map(place -> found(visit, place)).toList()));
  }

  private static Found found(Visit visit, Place place) {
    return new Found(
        place.id(),
        place.kind().key(),
        visit.say("mobility.places.kind." + place.kind().key()),
        place.name(),
        place.lat(),
        place.lon());
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
  }

  private City city(String id) {
    return twin.city(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static String parameter(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }

  /// An id as the rest of a path, in which slashes stay.
  private static String segment(String id) {
    return UriUtils.encodePath(id, StandardCharsets.UTF_8);
  }
}
