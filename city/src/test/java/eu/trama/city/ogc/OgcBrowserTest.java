package eu.trama.city.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.CityServer;
import eu.trama.city.store.TestStore;
import eu.trama.city.twin.Json;
import eu.trama.city.web.Browser;
import eu.trama.city.web.Browser.Look;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// The pages of the API, as people see them.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
class OgcBrowserTest {

  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = Browser.start(port);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void everyPageIsQuietAccessibleAndNoWiderThanAPhone() {
    for (Look look : List.of(Look.DESKTOP, Look.PHONE)) {
      try (var visitor = browser.visitor(look)) {
        visitor.open("/ogc/barcelona").checked().photographed("ogc-landing");
        visitor.open("/ogc/barcelona/api").checked().photographed("ogc-api");
        visitor.open("/ogc/barcelona/conformance").checked();
        visitor.open("/ogc/barcelona/collections").checked().photographed("ogc-collections");
        visitor.open("/ogc/barcelona/collections/zones").checked().photographed("ogc-collection");
        visitor.open("/ogc/barcelona/collections/statistics/items").checked();
        visitor
            .open("/ogc/barcelona/collections/stops/items?limit=50")
            .checked()
            .photographed("ogc-items");
      }
    }
  }

  private String job(ApiClient api, String process, String body) {
    var answer = api.post("/processes/" + process + "/execution", body, "Prefer", "respond-async");
    assertThat(answer.statusCode()).as(ApiClient.text(answer)).isEqualTo(201);
    return "/ogc/barcelona/jobs/" + Json.read(ApiClient.text(answer)).path("jobID").asString();
  }

  @Test
  void thePagesOfModelsAndJobsAreQuietAccessibleAndNoWiderThanAPhone() {
    var api = new ApiClient(port, "barcelona");
    String reach =
        job(
            api,
            "reach",
            "{\"inputs\":{\"window\":1,\"rides\":1,\"walk\":5,\"spacing\":2000},\"response\":\"document\"}");
    try (var visitor = browser.visitor(Look.DESKTOP)) {
      // The page tells by itself that it is done.
      visitor.open(reach).page().getByText("Vegeu els resultats").waitFor();
    }
    for (Look look : Look.all()) {
      String running = job(api, "echo", "{\"inputs\":{\"text\":\"a\",\"pause\":10}}");
      try (var visitor = browser.visitor(look)) {
        visitor.open(running).checked().photographed("ogc-job-running");
        visitor.open("/ogc/barcelona/processes").checked().photographed("ogc-processes");
        visitor.open("/ogc/barcelona/processes/reach").checked().photographed("ogc-process");
        visitor.open("/ogc/barcelona/processes/echo").checked();
        visitor.open("/ogc/barcelona/jobs").checked().fitting(".stacked").photographed("ogc-jobs");
        visitor.open(reach).checked().photographed("ogc-job");
        visitor.page().getByText("Vegeu els resultats").click();
        visitor.checked().photographed("ogc-results");
      }
    }
  }

  @Test
  void whoHasNoScriptsSeesThatAJobEndsToo() {
    String running =
        job(new ApiClient(port, "barcelona"), "echo", "{\"inputs\":{\"text\":\"a\",\"pause\":4}}");
    try (var visitor = browser.visitor(Look.SCRIPTLESS)) {
      visitor.open(running).page().getByText("Vegeu els resultats").waitFor();
      visitor.page().getByText("Vegeu els resultats").click();
      assertThat(visitor.page().locator("dl.facts").innerText()).contains("text");
    }
  }

  @Test
  void aVisitorGoesFromTheLandingPageToAFeatureAndOn() {
    try (var visitor = browser.visitor(Look.DESKTOP)) {
      visitor.open("/ogc/barcelona/collections");
      visitor.page().getByText("Parades").first().click();
      visitor.page().getByText("Vegeu els elements").click();
      visitor.page().getByText("Pàgina següent").click();
      assertThat(visitor.page().url()).contains("start=", "known=");
      visitor.page().locator("tbody th a").first().click();
      assertThat(visitor.page().url()).contains("/collections/stops/items/");
      visitor.checked().photographed("ogc-feature");
    }
  }
}
