package eu.trama.city.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.sample.SampleSite;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/// What the server answers over HTTP: what is open, what is refused and how it says so.
@SpringBootTest(
    classes = SampleSite.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class WayInTest {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");

  @LocalServerPort int port;

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  @Test
  void everyPageTellsTheBrowserToTrustOnlyThisSite() throws Exception {
    var headers = send(get("/")).headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("strict-origin-when-cross-origin");
    assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
    assertThat(headers.firstValue("Permissions-Policy").orElseThrow()).contains("geolocation=()");
    assertThat(headers.firstValue("Cache-Control")).hasValue("private, no-cache");
    assertThat(headers.firstValue("Content-Language")).hasValue("ca");
    assertThat(headers.allValues("Set-Cookie"))
        .allSatisfy(c -> assertThat(c).contains("HttpOnly", "SameSite=Lax"))
        .noneMatch(c -> c.contains("JSESSIONID"));
  }

  @Test
  void whatIsRefusedForNowSaysWhyAndWhenToAskAgain() throws Exception {
    var page = send(get("/busy"));
    assertThat(page.statusCode()).isEqualTo(429);
    assertThat(page.headers().firstValue("Retry-After")).hasValue("20");
    assertThat(page.body())
        .contains("<h1", "Hi ha molts càlculs que esperen")
        .doesNotContain("QUEUE");
    for (String path : new String[] {"/busy", "/ogc/busy"}) {
      var program = send(request(path).header("Accept", "application/json").build());
      assertThat(program.statusCode()).isEqualTo(429);
      assertThat(program.headers().firstValue("Retry-After")).hasValue("20");
      assertThat(program.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      var problem = JsonMapper.builder().build().readTree(program.body());
      assertThat(problem.path("status").asInt()).isEqualTo(429);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/,200",
    "GET,/style,200",
    "GET,/bologna,200",
    "GET,/nowhere,404",
    "GET,/nowhere/map,404",
    "GET,/closed,403",
    "POST,/closed,403",
    "GET,/style/nothing.geojson,404",
    "GET,/number?n=one,400",
    "GET,/number,400",
    "GET,/broken,500",
    "GET,/language,404",
    "PUT,/style,403",
    "GET,/assets/000000000000/css/base.css,404",
    "GET,/static/css/base.css,404",
    "GET,/css/base.css,404",
    "GET,/error,403"
  })
  void whatIsNotListedIsClosed(String method, String path, int status) throws Exception {
    var request = request(path).method(method, HttpRequest.BodyPublishers.noBody()).build();
    assertThat(send(request).statusCode()).isEqualTo(status);
  }

  @Test
  void aMethodThatIsNotMeantIsToldWithTheOneThatIs() throws Exception {
    var session = new Form();
    var answer = session.send("/about", "");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET");
  }

  @Test
  void aFormWithoutItsTokenIsRefusedInWords() throws Exception {
    var request =
        request("/theme?lang=en")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "text/html")
            .POST(HttpRequest.BodyPublishers.ofString("theme=dark&back=/"))
            .build();
    var answer = send(request);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("The form is too old");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/about?x=1 /about?x=1",
        "//evil.example /",
        "https://evil.example /",
        "/%5Cevil.example /%5Cevil.example",
        "/\\evil.example /",
        "javascript:alert(1) /"
      })
  void aChoiceLeadsBackToThisSiteOnly(String back, String location) throws Exception {
    var answer = new Form().send("/language", "language=it&back=" + encoded(back));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue(location);
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("trama-language=it;");
  }

  @ParameterizedTest
  @CsvSource({"'it-IT,it',,,it", "it,ca,,ca", "it,ca,es,es", "it,nonsense,xx,it", ",,,ca"})
  void theLanguageIsThatOfTheLinkThenTheCookieThenTheBrowser(
      String header, String cookie, String parameter, String expected) throws Exception {
    var request = request("/about" + (parameter == null ? "" : "?lang=" + parameter));
    if (header != null) {
      request.header("Accept-Language", header);
    }
    if (cookie != null) {
      request.header("Cookie", "trama-language=" + cookie);
    }
    var body = send(request.build()).body();
    assertThat(body)
        .contains("<html lang=\"" + expected + "\"", "hreflang=\"it\" href=\"/about?lang=it\"");
  }

  @Test
  void programsAreToldInAProblemDocument(CapturedOutput log) throws Exception {
    var answer = send(request("/api/broken?lang=en").header("Accept", "application/json").build());
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    var problem = JsonMapper.builder().build().readTree(answer.body());
    assertThat(problem.get("status").asInt()).isEqualTo(500);
    assertThat(problem.get("title").asString()).isEqualTo("Something went wrong");
    assertThat(answer.body()).doesNotContain("secret", "Exception", "eu.trama");
    assertThat(log).contains("incident " + problem.get("incident").asString() + " at /api/broken");
  }

  @Test
  void peopleAreToldInWordsAndNeverSeeTheInside() throws Exception {
    var answer = send(request("/broken?lang=es").header("Accept", "text/html").build());
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .contains("Algo ha fallado", "Número de la incidencia")
        .doesNotContain("secret", "Exception");
  }

  @Test
  void aProgramThatNamesNoTypeGetsAProblemBelowApiAndAPageElsewhere() throws Exception {
    assertThat(send(get("/api/broken")).headers().firstValue("Content-Type").orElseThrow())
        .contains("problem+json");
    assertThat(send(get("/nowhere")).headers().firstValue("Content-Type").orElseThrow())
        .contains("text/html");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBodyOverTheLimitIsRefusedWhetherItsLengthIsToldOrNot(boolean told) throws Exception {
    var form = new Form();
    int size = 9 << 20;
    var body =
        told
            ? HttpRequest.BodyPublishers.ofByteArray(new byte[size])
            : HttpRequest.BodyPublishers.ofInputStream(() -> endless(size));
    var request =
        request("/echo")
            .header("Cookie", form.cookie)
            .header("X-XSRF-TOKEN", form.token)
            .header("Content-Type", "application/octet-stream")
            .POST(body)
            .build();
    assertThat(send(request).statusCode()).isEqualTo(413);
  }

  @Test
  void aBodyWithinTheLimitIsRead() throws Exception {
    var form = new Form();
    var request =
        request("/echo")
            .header("Cookie", form.cookie)
            .header("X-XSRF-TOKEN", form.token)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[1 << 20]))
            .build();
    assertThat(send(request).body()).isEqualTo("1048576");
  }

  @Test
  void aFormOverTheLimitIsRefused() throws Exception {
    var answer = new Form().send("/style", "line=" + "x".repeat(600_000));
    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void aFormWithTooManyFieldsIsRefused() throws Exception {
    var answer = new Form().send("/style", "stops=1&".repeat(600));
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void headersOverTheLimitAreRefused() throws Exception {
    var answer = send(request("/").header("X-Long", "x".repeat(20_000)).build());
    assertThat(answer.statusCode()).isBetween(400, 431);
  }

  @Test
  void staticFilesAreKeptForEverAndSentSmall() throws Exception {
    var home = send(get("/")).body();
    var sheet = Pattern.compile("href=\"(/assets/[0-9a-f]{12}/css/parts.css)\"").matcher(home);
    assertThat(sheet.find()).isTrue();
    var request = request(sheet.group(1)).header("Accept-Encoding", "gzip").build();
    var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
        .contains("max-age=31536000", "immutable");
    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    try (var plain = new GZIPInputStream(answer.body())) {
      assertThat(new String(plain.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
          .contains(".button");
    }
  }

  @Test
  void noPageHasInlineScriptOrStyle() throws Exception {
    for (var path : new String[] {"/", "/style", "/about", "/accessibility", "/nowhere"}) {
      assertThat(send(get(path)).body())
          .doesNotContain(" style=\"", "<style", " onclick=", "javascript:")
          .doesNotContainPattern("<script(?![^>]*\\ssrc=)");
    }
  }

  private static InputStream endless(int size) {
    return new InputStream() {
      private int left = size;

      @Override
      public int read() {
        return left-- > 0 ? 0 : -1;
      }

      @Override
      public int read(byte[] into, int from, int length) {
        int n = Math.min(left, length);
        left -= n;
        return n == 0 ? -1 : n;
      }
    };
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  /// A visitor who has seen the style page, and so has a cookie and a form's token.
  private final class Form {
    private final String cookie;
    private final String token;

    Form() throws IOException, InterruptedException {
      var page = WayInTest.this.send(get("/style"));
      cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
      var found = TOKEN.matcher(page.body());
      assertThat(found.find()).isTrue();
      token = found.group(1);
    }

    HttpResponse<String> send(String path, String fields) throws IOException, InterruptedException {
      return WayInTest.this.send(
          request(path)
              .header("Cookie", cookie)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encoded(token) + "&" + fields))
              .build());
    }
  }

  private HttpRequest get(String path) {
    return request(path).build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
