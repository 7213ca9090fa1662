package eu.trama.sample;

import eu.trama.city.web.City;
import eu.trama.city.web.CityDirectory;
import eu.trama.city.web.OpenPath;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Reason;
import eu.trama.city.web.Section;
import eu.trama.city.web.TryLater;
import eu.trama.city.web.Visit;
import eu.trama.city.web.Words;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// The shell alone, with two cities and two sections, and with paths that fail on purpose. Run its
/// main method to look at the pages without a store.
@SpringBootApplication(
    scanBasePackages = "eu.trama.city.web",
    excludeName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
    })
@Import(SampleSite.Samples.class)
public class SampleSite {

  public static void main(String[] arguments) {
    SpringApplication.run(SampleSite.class, arguments);
  }

  @Bean
  CityDirectory cities() {
    return () -> List.of(new City("barcelona", "Barcelona"), new City("bologna", "Bologna"));
  }

  @Bean
  Section mapSection() {
    return new SampleSection("map", 1, "Mapa", "Els barris, les línies i les parades.");
  }

  @Bean
  Section scenarioSection() {
    return new SampleSection("scenarios", 2, "Escenaris", "Canvis que es poden provar.");
  }

  @Bean
  OpenPath samplePaths() {
    return OpenPath.reading(
        "/{city}",
        "/{city}/map",
        "/{city}/scenarios",
        "/broken",
        "/api/broken",
        "/busy",
        "/ogc/busy",
        "/number");
  }

  @Bean
  OpenPath sampleForms() {
    return OpenPath.posting("/echo");
  }

  record SampleSection(String key, int order, String name, String about) implements Section {
    @Override
    public String href(City city) {
      return "/" + city.key() + "/" + key;
    }

    @Override
    public String label(Words words) {
      return name;
    }

    @Override
    public String summary(Words words) {
      return about;
    }
  }

  @Controller
  static class Samples {
    private final Pages pages;

    Samples(Pages pages) {
      this.pages = pages;
    }

    /// Open for cities, and no way into `/closed`.
    @GetMapping("/{city}")
    org.springframework.web.servlet.View city(Visit visit) {
      return pages.show("web/about", visit.page("Ciutat").in("map"));
    }

    @GetMapping("/{city}/map")
    org.springframework.web.servlet.View map(Visit visit) {
      return pages.show("web/about", visit.page("Mapa").in("map"));
    }

    @GetMapping({"/broken", "/api/broken"})
    String broken() {
      throw new IllegalStateException("secret inside");
    }

    @GetMapping({"/busy", "/ogc/busy"})
    String busy() {
      throw new TryLater(Reason.QUEUE, Duration.ofSeconds(20));
    }

    @GetMapping("/closed")
    @ResponseBody
    String closed() {
      return "closed";
    }

    @GetMapping("/number")
    @ResponseBody
    String number(@RequestParam("n") int n) {
      return String.valueOf(n);
    }

    @PostMapping("/echo")
    @ResponseBody
    String echo(@RequestBody byte[] body) {
      return String.valueOf(body.length);
    }
  }
}
