package eu.trama.city.twin.pages;

import eu.trama.city.web.City;
import eu.trama.city.web.OpenPath;
import eu.trama.city.web.Section;
import eu.trama.city.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The twin's parts of the navigation, and the paths that need no sign-in: everything here shows
/// facts about areas, never about persons, and a scenario is protected by its link.
@Configuration(proxyBeanMethods = false)
class TwinSections {

  private record Part(String key, int order, String path) implements Section {
    @Override
    public String href(City city) {
      return "/" + city.key() + path;
    }

    @Override
    public String label(Words words) {
      return words.say("twin.section." + key);
    }

    @Override
    public String summary(Words words) {
      return words.say("twin.section.about." + key);
    }
  }

  @Bean
  Section overviewSection() {
    return new Part("overview", 10, "");
  }

  @Bean
  Section zonesSection() {
    return new Part("zones", 11, "/zones");
  }

  @Bean
  Section layersSection() {
    return new Part("layers", 12, "/layers");
  }

  @Bean
  Section scenariosSection() {
    return new Part("scenarios", 13, "/scenarios");
  }

  @Bean
  Section catalogueSection() {
    return new Part("catalogue", 14, "/catalogue");
  }

  @Bean
  OpenPath twinPages() {
    return OpenPath.reading(
        "/{city}",
        "/{city}/zones",
        "/{city}/zones.geojson",
        "/{city}/zones/{id}",
        "/{city}/layers",
        "/{city}/layers/**",
        "/{city}/catalogue",
        "/{city}/catalogue/{id}",
        "/{city}/catalogue.ttl",
        "/{city}/catalogue.jsonld",
        "/catalogue",
        "/catalogue.ttl",
        "/catalogue.jsonld",
        "/{city}/scenarios",
        "/scenarios/**",
        "/runs/**",
        "/compare",
        "/compare.csv",
        "/compare.geojson");
  }

  @Bean
  OpenPath twinForms() {
    return OpenPath.posting(
        "/{city}/scenarios",
        "/{city}/scenarios/import",
        "/scenarios/**",
        "/runs/*/cancel",
        "/runs/*/elsewhere");
  }
}
