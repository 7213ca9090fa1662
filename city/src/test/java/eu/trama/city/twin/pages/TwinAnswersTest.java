package eu.trama.city.twin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.twin.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What the twin's addresses answer to programs, to nonsense, and to greed.
@TwinSite
class TwinAnswersTest {

  private static final String PAST = "valid=2026-01-31&known=2026-01-31T00:00:00Z";

  @LocalServerPort private int port;
  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/atlantis",
        "/atlantis/zones",
        "/atlantis/layers/stops.geojson",
        "/barcelona/layers/sewers",
        "/barcelona/layers/stops/nowhere",
        "/barcelona/zones/neighbourhood:999",
        "/barcelona/zones?level=moon",
        "/barcelona/catalogue/999999",
        "/scenarios/nothing",
        "/scenarios/nothing.json",
        "/runs/abcdef123456",
        "/runs/..%2f",
        "/compare?before=&after=x"
      })
  void whatIsNotThereIsNotFound(String path) throws IOException, InterruptedException {
    assertThat(get(path, "Accept", "text/html").statusCode()).isIn(400, 404);
    assertThat(get(path, "Accept", "text/html").statusCode())
        .isEqualTo(path.contains("%2f") ? 400 : 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bbox=1,2,3", "bbox=a,b,c,d", "bbox=-999,0,999,1", "bbox=2,41,1,42", "bbox=NaN,0,1,1",
        "limit=0", "limit=1.5", "limit=99999999999", "limit=-1", "valid=yesterday",
        "known=2026-02-30", "valid=31/01/2026"
      })
  void nonsenseInAFileIsAProblemWithFindings(String query)
      throws IOException, InterruptedException {
    var answer = get("/barcelona/layers/stops.geojson?" + query, "Accept-Language", "en");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = Json.read(answer.body());
    assertThat(problem.path("status").asInt()).isEqualTo(400);
    JsonNode finding = problem.path("findings").path(0);
    assertThat(finding.path("field").asString()).isEqualTo(query.substring(0, query.indexOf('=')));
    assertThat(finding.path("advice").asString()).isNotBlank();
  }

  @Test
  void nonsenseOnAPageIsToldInTheReadersLanguage() throws IOException, InterruptedException {
    var answer =
        get("/barcelona/layers/stops?valid=ahir", "Accept", "text/html", "Accept-Language", "ca");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Escriviu un dia com ara 2026-01-31", "ahir");
  }

  @Test
  void aLayerComesWholeOrItsFirstFeatures() throws IOException, InterruptedException {
    assertThat(features("/barcelona/layers/stops.geojson").size()).isEqualTo(279);
    assertThat(features("/barcelona/layers/stops.geojson?limit=2").size()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zones", "statistics", "stops", "lines", "facilities", "streets"})
  void everyLayerIsHadInEveryFormat(String layer) throws IOException, InterruptedException {
    var csv = get("/barcelona/layers/" + layer + ".csv");
    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
        .isEqualTo("attachment; filename=\"barcelona-" + layer + ".csv\"");
    assertThat(csv.body()).startsWith("id,");
    var parquet = get("/barcelona/layers/" + layer + ".parquet");
    assertThat(parquet.headers().firstValue("Content-Type").orElse(""))
        .isEqualTo("application/vnd.apache.parquet");
    assertThat(parquet.body()).startsWith("PAR1").endsWith("PAR1");
    assertThat(get("/barcelona/layers/" + layer + ".exe").statusCode()).isEqualTo(404);
  }

  @Test
  void headTellsOfAFileWithoutWritingIt() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/barcelona/layers/stops.parquet"))
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();
    var answer = client.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("ETag")).isPresent();
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void aBoxHoldsOnlyWhatMeetsIt() throws IOException, InterruptedException {
    JsonNode inside = features("/barcelona/layers/stops.geojson?bbox=2.16,41.38,2.18,41.40");
    assertThat(inside.size()).isBetween(1, 60);
    for (JsonNode stop : inside) {
      double lon = stop.path("geometry").path("coordinates").path(0).asDouble();
      assertThat(lon).isBetween(2.16, 2.18);
    }
    assertThat(features("/barcelona/layers/stops.geojson?bbox=-180,-90,180,90").size())
        .isEqualTo(279);
  }

  private JsonNode features(String path) throws IOException, InterruptedException {
    var answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/geo+json");
    return Json.read(answer.body()).path("features");
  }

  @Test
  void whatCannotChangeIsNotSentTwice() throws IOException, InterruptedException {
    String path = "/barcelona/layers/stops.geojson?" + PAST;
    var answer = get(path);
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("max-age");
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(get(path + "&limit=1", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void todaysFileIsSentAgainOnlyWhereSomethingIsNew() throws IOException, InterruptedException {
    String path = "/barcelona/layers/stops.csv";
    var answer = get(path);
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).endsWith("no-cache");
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(get(path + "?" + PAST, "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void beforeTheTwinKnewAnythingALayerIsEmpty() throws IOException, InterruptedException {
    assertThat(features("/barcelona/layers/stops.geojson?" + PAST).size()).isZero();
  }
}
