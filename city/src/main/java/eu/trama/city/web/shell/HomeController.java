package eu.trama.city.web.shell;

import eu.trama.city.web.City;
import eu.trama.city.web.Link;
import eu.trama.city.web.OpenPath;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Section;
import eu.trama.city.web.Visit;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// The platform's own pages: home, what it is, and how accessible it is.
@Controller
class HomeController {

  private final Pages pages;

  HomeController(Pages pages) {
    this.pages = pages;
  }

  @Bean
  static OpenPath ownPages() {
    return OpenPath.reading(
        "/", "/about", "/accessibility", "/style", "/style/**", "/assets/**", "/webjars/**");
  }

  @Bean
  static OpenPath ownForms() {
    return OpenPath.posting("/language", "/theme", "/style");
  }

  @GetMapping("/")
  View home(Visit visit) {
    var sections = visit.site().sections();
    var cities = visit.site().cities().stream().map(c -> card(visit, c, sections)).toList();
    var entries =
        sections.stream()
            .map(s -> new Home.Entry(s.label(visit.words()), s.summary(visit.words())))
            .toList();
    return pages.show(
        "web/home", visit.page(visit.say("web.home.title")), new Home(cities, entries));
  }

  private static Home.CityCard card(Visit visit, City city, List<Section> sections) {
    return new Home.CityCard(
        city, sections.stream().map(s -> Link.to(s.label(visit.words()), s.href(city))).toList());
  }

  @GetMapping("/about")
  View about(Visit visit) {
    return pages.show("web/about", visit.page(visit.say("web.about.title")));
  }

  @GetMapping("/accessibility")
  View accessibility(Visit visit) {
    return pages.show("web/accessibility", visit.page(visit.say("web.accessibility.title")));
  }
}
