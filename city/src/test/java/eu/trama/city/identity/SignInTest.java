package eu.trama.city.identity;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.CityServer;
import eu.trama.city.store.TestStore;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/// Signing in with the built-in provider, over HTTP as a browser does it, and what an attacker
/// would try on the way.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
@ExtendWith(OutputCaptureExtension.class)
class SignInTest {

  private static final String COOKIE = "trama-session";

  @LocalServerPort private int port;
  @Autowired private DataSource database;
  private Browsing browser;

  @BeforeEach
  void openBrowser() {
    browser = new Browsing("http://127.0.0.1:" + port);
  }

  private Browsing anotherBrowser() {
    return new Browsing("http://127.0.0.1:" + port);
  }

  @Test
  void aPersonIsChosenAndIsIn() throws Exception {
    assertThat(browser.get("/about?lang=en").body())
        .contains("the people who can sign in here are made up", "href=\"/sign-in?back=%2Fabout\"");
    var back = browser.signIn("giulia");
    assertThat(back.headers().allValues("Set-Cookie"))
        .anySatisfy(cookie ->
            assertThat(cookie)
                .startsWith(COOKIE + "=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Max-Age", "Secure"));
    assertThat(browser.get("/about?lang=en").body())
        .contains("Giulia Conti (demo)", "Sign out")
        .doesNotContain("Sign in</a>");
    assertThat(browser.get("/me/sessions?lang=en").body()).contains("Planner", "this one");
  }

  @Test
  void anAddressAsLocalhostServesToo() throws Exception {
    var local = new Browsing("http://localhost:" + port);
    local.signIn("montse");
    assertThat(local.get("/about").body()).contains("Montse Farré (demo)");
  }

  @Test
  void thePersonsIdMeansNothingAndStaysTheSame() throws Exception {
    browser.signIn("pau");
    anotherBrowser().signIn("pau");
    var ids =
        JdbcClient.create(database)
            .sql("select id from identity.person where subject = 'pau'")
            .query(String.class)
            .list();
    assertThat(ids).hasSize(1).first().asString().matches("[A-Za-z0-9_-]{43}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/barcelona?x=1 /barcelona?x=1",
        "//evil.example /",
        "https://evil.example/ /",
        "/\\evil.example /",
        "/%09/evil.example /%09/evil.example",
        "javascript:alert(1) /",
        "/x%0D%0ASet-Cookie:a=b /x%0D%0ASet-Cookie:a=b",
        "evil.example /"
      })
  void signingInLeadsBackToThisSiteOnly(String back, String location) throws Exception {
    var arrived = browser.get(Browsing.location(browser.choose("laia", back)));
    assertThat(arrived.headers().firstValue("Location")).hasValue(location);
    assertThat(arrived.headers().allValues("Set-Cookie")).noneMatch(c -> c.startsWith("a="));
  }

  @Test
  void aLineEndInTheWayBackBecomesNoHeader() throws Exception {
    var arrived =
        browser.get(Browsing.location(browser.choose("laia", "/x\r\nSet-Cookie: stolen=1")));
    assertThat(arrived.headers().firstValue("Location")).hasValue("/");
    assertThat(browser.cookies()).doesNotContainKey("stolen");
  }

  @Test
  void aSignInThatAnotherBrowserBeganIsRefused() throws Exception {
    var attacker = anotherBrowser();
    var link = Browsing.location(attacker.choose("stefano", "/about"));
    var victim = browser.get(link);
    assertThat(Browsing.location(victim)).isEqualTo("/sign-in/refused?why=unknown-attempt");
    assertThat(browser.cookies()).doesNotContainKey(COOKIE);
    browser.get("/sign-in"); // With a sign-in of one's own on its way it is no different.
    assertThat(Browsing.location(browser.get(link)))
        .isEqualTo("/sign-in/refused?why=unknown-attempt");
    assertThat(browser.cookies()).doesNotContainKey(COOKIE);
  }

  @Test
  void aCodeIsGoodOnce() throws Exception {
    var link = Browsing.location(browser.choose("chiara", "/about"));
    var attempt = browser.cookies().get("trama-sign-in");
    browser.get(link);
    assertThat(browser.cookies()).containsKey(COOKIE).doesNotContainKey("trama-sign-in");
    var again = anotherBrowser();
    again.cookies().put("trama-sign-in", attempt);
    assertThat(Browsing.location(again.get(link))).isEqualTo("/sign-in/refused?why=refused");
    assertThat(again.cookies()).doesNotContainKey(COOKIE);
  }

  @Test
  void aSessionThatWasPlantedIsNeverTakenOver() throws Exception {
    var attacker = anotherBrowser();
    attacker.signIn("montse");
    var planted = attacker.cookies().get(COOKIE);
    browser.cookies().put(COOKIE, planted);
    browser.get("/about");
    // The browser is signed in as the attacker's person: to sign in it must leave first.
    browser.post("/about", "/sign-out");
    browser.signIn("jordi");
    assertThat(browser.cookies().get(COOKIE)).isNotEqualTo(planted);
    assertThat(attacker.get("/about").body()).doesNotContain("Jordi Bosch", "Montse Farré");

    var other = anotherBrowser();
    other.cookies().put(COOKIE, "A".repeat(43));
    other.signIn("jordi");
    assertThat(other.cookies().get(COOKIE)).isNotEqualTo("A".repeat(43));
  }

  @Test
  void theStoreHoldsNoSecretThatOpensASession() throws Exception {
    browser.signIn("ivan");
    var secret = browser.cookies().get(COOKIE);
    assertThat(
            JdbcClient.create(database)
                .sql("select s::text from identity.session s where s::text like ?")
                .param("%" + secret + "%")
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  void theFormTokenMovesIntoTheSession() throws Exception {
    browser.get("/about");
    var visitors = browser.cookies().get("trama-form");
    assertThat(visitors).isNotNull();
    browser.signIn("nuria");
    // The visitor's double-submit cookie, which a sister domain could plant, counts no more.
    var forged = browser.submit("/theme", Map.of("_csrf", visitors, "theme", "dark", "back", "/"));
    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(browser.post("/about", "/theme", "theme", "dark", "back", "/").statusCode())
        .isEqualTo(303);
    var another = anotherBrowser();
    another.signIn("nuria");
    var page = another.get("/about").body();
    var token = page.replaceAll("(?s).*?name=\"_csrf\"\\s+value=\"([^\"]+)\".*", "$1");
    var crossed = browser.submit("/theme", Map.of("_csrf", token, "theme", "dark", "back", "/"));
    assertThat(crossed.statusCode()).as("another session's token").isEqualTo(403);
  }

  @Test
  void signingOutEndsTheSessionAndNotOnlyTheCookie() throws Exception {
    browser.signIn("marta");
    var secret = browser.cookies().get(COOKIE);
    assertThat(Browsing.location(browser.post("/about", "/sign-out"))).isEqualTo("/signed-out");
    assertThat(browser.cookies()).doesNotContainKey(COOKIE);
    browser.cookies().put(COOKIE, secret);
    assertThat(browser.get("/about").body()).doesNotContain("Marta Vidal");
  }

  @Test
  void signingOutEverywhereEndsAllSessionsOfThePersonAndNoOthers() throws Exception {
    browser.signIn("giulia");
    var phone = anotherBrowser();
    phone.signIn("giulia");
    var stranger = anotherBrowser();
    stranger.signIn("pau");
    browser.post("/me/sessions", "/sign-out/everywhere");
    assertThat(phone.get("/about").body()).doesNotContain("Giulia Conti");
    assertThat(stranger.get("/about").body()).contains("Pau Riera");
  }

  @Test
  void aPersonEndsTheirOwnSessionsOnly() throws Exception {
    browser.signIn("laia");
    var phone = anotherBrowser();
    phone.signIn("laia");
    var stranger = anotherBrowser();
    stranger.signIn("ivan");
    var handle = handles("laia").getLast();
    assertThat(stranger.post("/about", "/me/sessions/end", "session", handle).statusCode())
        .isEqualTo(404);
    assertThat(phone.get("/about").body()).contains("Laia Puig");
    assertThat(browser.post("/about", "/me/sessions/end", "session", handle).statusCode())
        .isEqualTo(303);
    assertThat(List.of(signedIn(browser, "Laia"), signedIn(phone, "Laia")))
        .containsExactlyInAnyOrder(true, false);
  }

  private static boolean signedIn(Browsing browser, String name) throws Exception {
    return browser.get("/about").body().contains(name);
  }

  private List<String> handles(String subject) {
    return JdbcClient.create(database)
        .sql(
            """
            select s.handle from identity.session s join identity.person p on p.id = s.person
            where p.subject = ? order by s.begun_at
            """)
        .param(subject)
        .query((row, n) -> row.getString(1))
        .list();
  }

  @Test
  void oneSessionMoreThanAllowedEndsTheOldest() throws Exception {
    browser.signIn("chiara");
    for (int i = 0; i < 5; i++) {
      anotherBrowser().signIn("chiara");
    }
    assertThat(handles("chiara")).hasSize(5);
    assertThat(browser.get("/about").body()).doesNotContain("Chiara Moretti");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/provider/authorize?client_id=trama&response_type=code",
        "/.well-known/openid-configuration",
        "/provider/keys"
      })
  void theBuiltInProviderAnswersNobodyWhoMayBeElsewhere(String path) throws Exception {
    for (String header : List.of("X-Forwarded-For", "Forwarded", "Via", "X-Forwarded-Host")) {
      var request =
          java.net.http.HttpRequest.newBuilder(
                  java.net.URI.create("http://127.0.0.1:" + port + path))
              .header(header, "for=192.0.2.1");
      HttpResponse<String> refused = browser.send(request);
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("TRAMA_OIDC_ISSUER");
    }
  }

  @Test
  void aMadeUpSessionCountsForNothingThroughAProxy() throws Exception {
    browser.signIn("jordi");
    var request =
        java.net.http.HttpRequest.newBuilder(
                java.net.URI.create("http://127.0.0.1:" + port + "/operator"))
            .header("X-Forwarded-For", "192.0.2.1");
    assertThat(browser.send(request).statusCode()).isEqualTo(303);
    assertThat(browser.get("/operator").statusCode()).isEqualTo(200);
  }

  @Test
  void neitherCodesNorTokensNorSecretsAreLogged(CapturedOutput output) throws Exception {
    var link = Browsing.location(browser.choose("giulia", "/about"));
    browser.get(link);
    var code = link.replaceAll(".*[?&]code=([^&]+).*", "$1");
    anotherBrowser().get("/sign-in/return?code=forged-code-1234&state=forged-state-1234");
    browser.get("/sign-in/return?code=" + code + "&state=x");
    var secret = String.valueOf(browser.cookies().get(COOKIE));
    assertThat(secret).hasSize(43);
    assertThat(output.getAll())
        .contains("sign-in unknown-attempt")
        .doesNotContain(code, secret, "forged-code-1234", "forged-state-1234", "Giulia");
  }

  @Test
  void everySignInIsInTheLogAndNobodyRewritesIt() throws Exception {
    browser.signIn("stefano");
    anotherBrowser().get("/sign-in/return?code=a&state=b");
    var log = browser.get("/operator/sign-ins?lang=en").body();
    assertThat(log)
        .contains("Stefano Neri (demo)", "signed in", "sign-in that nobody had begun")
        .contains("127.0.0.0/24");
    var jdbc = JdbcClient.create(database);
    for (String change :
        List.of(
            "update identity.sign_in set origin = ''",
            "delete from identity.sign_in",
            "truncate identity.sign_in")) {
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> jdbc.sql(change).update())
          .as(change)
          .hasStackTraceContaining("only added to");
    }
  }
}
