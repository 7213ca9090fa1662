package eu.trama.city.twin.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Json;
import eu.trama.city.twin.Properties;
import eu.trama.city.web.OpenPath;
import eu.trama.sample.SampleSite;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A download whose source fails on the way, over the wire of a real server.
@SpringBootTest(
    classes = {SampleSite.class, DownloadTest.Trees.class},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DownloadTest {

  private static final int WHOLE = 5_000;

  @LocalServerPort private int port;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aWholeOneIsWhole() throws Exception {
    assertThat(Json.read(get(WHOLE, false).body()).path("features").size()).isEqualTo(WHOLE);
    assertThat(Json.read(get(0, false).body()).path("features").isArray()).isTrue();
  }

  @Test
  void oneThatFailsOnTheWayBreaksOff() {
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> get(WHOLE, true));
  }

  @Test
  void oneThatFailsAtOnceIsAnError() throws Exception {
    assertThat(get(1, true).statusCode()).isEqualTo(500);
  }

  private HttpResponse<String> get(int trees, boolean failing)
      throws IOException, InterruptedException {
    String path = "/trees.geojson?trees=" + trees + "&failing=" + failing;
    var uri = URI.create("http://127.0.0.1:" + port + path);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  @Controller
  static class Trees {

    @Bean
    static OpenPath treePaths() {
      return OpenPath.reading("/trees.geojson");
    }

    @GetMapping("/trees.geojson")
    void trees(
        @RequestParam("trees") int trees,
        @RequestParam("failing") boolean failing,
        HttpServletResponse response)
        throws IOException {
      var collection = new Download.Collection(response);
      for (int i = 0; i < trees; i++) {
        var properties = Properties.of(Map.of("name", "Tree " + i));
        collection.add(new Feature("trees", "t" + i, null, properties));
      }
      if (failing) {
        throw new IllegalStateException("the source has failed");
      }
      collection.end();
    }
  }
}
