package eu.trama.city.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.sample.SampleSite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Limits as a visitor meets them, on a server that trusts a proxy on this machine, so that
/// visitors can come from elsewhere.
@SpringBootTest(
    classes = SampleSite.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "trama.rates.read=3/60",
      "trama.rates.write=2/60",
      "TRAMA_TRUSTED_PROXIES=127.0.0.1, 10.0.0.5"
    })
class ThrottleTest {

  @LocalServerPort private int port;
  @Autowired private Refusals refusals;

  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> from(String forwarded, String path, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Accept", "text/html")
            .header("X-Forwarded-For", forwarded);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeBack() throws Exception {
    long before = refusals.of(RequestKind.READ);
    for (int left = 2; left >= 0; left--) {
      var answer = from("192.0.2.1", "/about");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("RateLimit-Policy")).hasValue("\"read\";q=3;w=60");
      assertThat(answer.headers().firstValue("RateLimit").orElseThrow())
          .startsWith("\"read\";r=" + left + ";t=");
    }
    var refused = from("192.0.2.1", "/about?lang=en");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1L, 20L);
    assertThat(refused.body()).contains("Too many requests", "Wait a minute");
    assertThat(refusals.of(RequestKind.READ)).isEqualTo(before + 1);
    assertThat(from("192.0.2.2", "/about").statusCode()).as("somebody else").isEqualTo(200);
  }

  @Test
  void whatAVisitorWritesBeforeTheProxysWordCountsForNothing() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(from("203.0.113." + i + ", 198.51.100.7", "/about").statusCode()).isEqualTo(200);
    }
    assertThat(from("203.0.113.9, 198.51.100.7", "/about").statusCode()).isEqualTo(429);
    assertThat(from("198.51.100.7, 10.0.0.5", "/about").statusCode())
        .as("through two trusted proxies it is the same visitor")
        .isEqualTo(429);
  }

  @Test
  void addressesOfOneHouseholdCountTogether() throws Exception {
    for (int i = 0; i < 3; i++) {
      from("2001:db8:1:2::" + i, "/about");
    }
    assertThat(from("2001:db8:1:2:ffff::1", "/about").statusCode()).isEqualTo(429);
    assertThat(from("2001:db8:1:3::1", "/about").statusCode()).isEqualTo(200);
  }

  @Test
  void kindsAreCountedApartAndStaticFilesNotAtAll() throws Exception {
    var home = from("192.0.2.40", "/").body();
    var sheet = home.replaceAll("(?s).*?href=\"(/assets/[^\"]+\\.css)\".*", "$1");
    for (int i = 0; i < 10; i++) {
      assertThat(from("192.0.2.40", sheet).statusCode()).isEqualTo(200);
    }
    var post =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/theme"))
            .header("X-Forwarded-For", "192.0.2.40")
            .POST(HttpRequest.BodyPublishers.noBody());
    var statuses = new java.util.ArrayList<Integer>();
    for (int i = 0; i < 3; i++) {
      statuses.add(client.send(post.build(), HttpResponse.BodyHandlers.discarding()).statusCode());
    }
    assertThat(statuses).as("forms, even forged ones").containsExactly(403, 403, 429);
    assertThat(from("192.0.2.40", "/about").statusCode()).isEqualTo(200);
  }

  @Test
  void behindTlsTheBrowserIsTiedToIt() throws Exception {
    var secure = from("192.0.2.50", "/about", "X-Forwarded-Proto", "https");
    assertThat(secure.headers().firstValue("Strict-Transport-Security").orElseThrow())
        .contains("max-age=31536000", "includeSubDomains");
    assertThat(secure.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
    assertThat(from("192.0.2.51", "/about").headers().firstValue("Strict-Transport-Security"))
        .isEmpty();
  }
}
