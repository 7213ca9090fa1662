package eu.trama.city.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.CityServer;
import eu.trama.city.store.TestStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A server that speaks HTTPS, listens on every address, and stands behind a proxy.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "TRAMA_ADDRESS=0.0.0.0",
      "TRAMA_PROXIES=127.0.0.1, 10.0.0.5",
      "TRAMA_METRICS_TOKEN=a-long-token"
    })
@ContextConfiguration(initializers = TestStore.class)
@ActiveProfiles("tls")
@DirtiesContext
class NetworkTest {

  private static final Duration RELOAD = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static final AtomicReference<Certificate> INSTALLED = new AtomicReference<>();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void certificate(DynamicPropertyRegistry settings) throws Exception {
    install(Certificate.make(folder));
    settings.add("TRAMA_TLS_CERT", () -> folder.resolve("cert.pem").toString());
    settings.add("TRAMA_TLS_KEY", () -> folder.resolve("key.pem").toString());
  }

  @Test
  void theFiguresAreForTheTokenAlone() throws Exception {
    HttpClient client = client(installed());
    assertThat(metrics(client, "203.0.113.9", "").statusCode()).isEqualTo(403);
    assertThat(metrics(client, "203.0.113.9", "Bearer wrong").statusCode()).isEqualTo(403);
    assertThat(metrics(client, "203.0.113.9", "a-long-token").statusCode()).isEqualTo(403);
    assertThat(metrics(client, "203.0.113.9", "Bearer a-long-token").statusCode()).isEqualTo(200);
    // Whoever says to be this machine, through the proxy, is not.
    assertThat(metrics(client, "127.0.0.1", "").statusCode()).isEqualTo(403);
  }

  @Test
  void aRenewedCertificateIsTakenWithoutARestart() throws Exception {
    Certificate old = installed();
    var answer = get(client(old), "/health/live").headers();
    assertThat(answer.firstValue("Strict-Transport-Security").orElseThrow()).contains("max-age");

    Certificate renewed = Certificate.make(folder);
    install(renewed);

    Waiting.until(RELOAD, () -> accepts(renewed));
    HttpClient trustsOld = client(old);
    assertThatThrownBy(() -> get(trustsOld, "/health/live"))
        .isInstanceOf(SSLHandshakeException.class);
  }

  private static void install(Certificate certificate) throws Exception {
    certificate.write(folder.resolve("cert.pem"), folder.resolve("key.pem"));
    INSTALLED.set(certificate);
  }

  private static Certificate installed() {
    return Objects.requireNonNull(INSTALLED.get());
  }

  private boolean accepts(Certificate certificate) throws Exception {
    try {
      return get(client(certificate), "/health/live").statusCode() == 200;
    } catch (SSLHandshakeException e) {
      return false; // not yet
    }
  }

  private static HttpClient client(Certificate trusted) throws Exception {
    return HttpClient.newBuilder().sslContext(trusted.trust()).build();
  }

  private HttpResponse<String> metrics(HttpClient client, String visitor, String authorization)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(uri("/metrics")).header("X-Forwarded-For", visitor);
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(HttpClient client, String path)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("https://localhost:" + port + path);
  }
}
