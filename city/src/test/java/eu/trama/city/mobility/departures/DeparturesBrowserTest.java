package eu.trama.city.mobility.departures;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import eu.trama.city.CityServer;
import eu.trama.city.store.TestStore;
import eu.trama.city.web.Browser;
import eu.trama.city.web.Browser.Look;
import eu.trama.city.web.WithBrowser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
@WithBrowser
class DeparturesBrowserTest {

  @LocalServerPort private int port;

  static List<Look> looks() {
    return Look.all();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void aResidentFindsAStopAndSeesWhatLeavesNext(Look look, Browser browser) {
    try (var visitor = browser.visitor(look)) {
      Page page = visitor.open("/barcelona/places").checked().photographed("places").page();
      page.fill("#q", "pl catalunya");
      page.locator("main button").click();
      visitor.checked().photographed("places-found");
      page.locator("main table a").first().click();
      assertThat(page.url()).contains("/barcelona/departures?stop=");
      page.fill("#date", "2026-11-24");
      page.fill("#time", "08:30");
      page.locator("main form button").click();
      visitor.checked().photographed("departures");
      assertThat(page.locator("main tbody tr").count()).isEqualTo(20);
      assertThat(page.locator("main tbody tr").first().innerText()).contains("08:");
      page.navigate(page.url().replace("08%3A30", "99%3A99"));
      assertThat(page.locator(".error").first().innerText()).contains("08:30");
      page.navigate("/barcelona/places?q=xyzzy");
      visitor.checked().photographed("places-none");
    }
  }

  @Test
  void programsGetTheSame() throws IOException, InterruptedException {
    assertThat(get("/barcelona/places.json?q=catalunya&limit=3"))
        .contains("\"kind\":\"stop\"", "\"lat\":41.");
    assertThat(get("/barcelona/departures.json?stop=nowhere")).contains("\"status\":404");
  }

  private String get(String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Accept", "application/json")
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }
}
