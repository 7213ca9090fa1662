package eu.trama.city.operations;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.CityServer;
import eu.trama.city.store.TestStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// What an operator's tools are told, what broken requests get, and what the log keeps to itself.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
@ExtendWith(OutputCaptureExtension.class)
class OperationsTest {

  /// Longer than any answer takes; a server that says nothing fails the test.
  private static final int ANSWER_MILLIS = 30_000;

  @LocalServerPort private int port;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void itIsAliveAndReady() throws Exception {
    assertThat(get("/health/live").body()).isEqualTo("{\"status\":\"up\"}");
    var ready = get("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body())
        .isEqualTo("{\"status\":\"up\",\"database\":\"up\",\"migrations\":\"up\",\"disk\":\"up\"}");
    assertThat(ready.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void itsFiguresCountRequestsAndNameNobody() throws Exception {
    double before = figure("trama_requests_total{status=\"4xx\"}");
    get("/nowhere-at-all?name=Joana");
    assertThat(figure("trama_requests_total{status=\"4xx\"}")).isEqualTo(before + 1);
    assertThat(figure("trama_requests_now")).isEqualTo(1);
    assertThat(figure("trama_requests_within_total{seconds=\"10.0\"}"))
        .isGreaterThanOrEqualTo(figure("trama_requests_within_total{seconds=\"0.005\"}"));
    assertThat(get("/metrics").body())
        .contains("jvm_memory_used_bytes", "process_uptime_seconds", "trama_store_connections")
        .doesNotContain("Joana", "nowhere");
  }

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-For,127.0.0.1",
    "Forwarded,for=127.0.0.1",
    "Via,1.1 proxy",
    "X-Forwarded-Proto,https"
  })
  void itsFiguresAreClosedToWhoComesThroughAProxy(String header, String value) throws Exception {
    var request = HttpRequest.newBuilder(uri("/metrics")).header(header, value).build();
    assertThat(send(request).statusCode()).isEqualTo(403);
  }

  /// Sent as they are, over a connection of their own.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000\u0001\u0002\u0003 garbage\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
        "GET /\u0000 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\n bad: folded\r\n\r\n",
        "POST /barcelona/scenarios HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST /barcelona/scenarios HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "POST /barcelona/scenarios HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST /barcelona/scenarios HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: nonsense\r\n\r\n",
        "POST /barcelona/scenarios HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n"
      })
  void whatIsNoRequestIsRefusedAndTheNextIsAnswered(String sent) throws Exception {
    String answer = raw(sent);
    assertThat(answer).matches("(?s)HTTP/1\\.1 (4\\d\\d|501|505) .*");
    assertThat(answer).doesNotContain("Exception", "\tat ", "Apache Tomcat");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void theLogKeepsToItselfWhatVisitorsSend(CapturedOutput log) throws Exception {
    var visitor = Visitor.of(client, "http://127.0.0.1:" + port);
    String secret = "Joana Puig 12345678Z";
    String sent = "Joana+Puig+12345678Z";
    visitor.get("/barcelona/zones?level=" + sent);
    visitor.get("/nowhere?name=" + sent);
    visitor.get("/barcelona/layers/stops.geojson?limit=" + sent + "&bbox=" + sent);
    visitor.get("/scenarios/" + sent);
    visitor.post("/barcelona/scenarios", Map.of("name", secret, "description", secret));
    visitor.post("/barcelona/scenarios", Map.of("name", secret + "x".repeat(5000)));
    visitor.post("/barcelona/scenarios/import", Map.of("text", "{\"name\":\"" + secret + "\""));
    visitor.post("/language", Map.of("language", secret, "back", secret));
    raw("GET /?name=" + secret + " HTTP/1.1\r\nHost: x\r\n\r\n");
    raw("GET / HTTP/1.1\r\nHost: x\r\nCookie: trama-form=" + secret + "\u0001;=;\r\n\r\n");
    raw("GET /" + sent + " HTTP/1.1\r\nHost: " + sent + "@@\r\n\r\n");
    assertThat(log.getAll()).doesNotContain("Joana", "Puig", "12345678Z");
  }

  private double figure(String name) throws IOException, InterruptedException {
    return get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }

  private String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(ANSWER_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      byte[] begin = socket.getInputStream().readNBytes(2_000);
      return new String(begin, StandardCharsets.ISO_8859_1);
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
