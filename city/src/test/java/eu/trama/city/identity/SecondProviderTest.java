package eu.trama.city.identity;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.CityServer;
import eu.trama.city.identity.session.People;
import eu.trama.city.identity.session.Sessions;
import eu.trama.city.store.TestStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Signing in with a provider that is not of our making, and what it must not get away with.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = TestStore.class)
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecondProviderTest {

  private static final String COOKIE = "trama-session";
  private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
  private static final Pattern XSRF = Pattern.compile("name=\"xsrf\" value=\"([^\"]+)\"");

  private static int port;
  private static @Nullable SecondProvider provider;

  @Autowired private People people;
  @Autowired private Sessions sessions;
  private Browsing browser;

  @DynamicPropertySource
  static void anotherProvider(DynamicPropertyRegistry properties) throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    properties.add("server.port", () -> port);
    if (SecondProvider.missing().isEmpty()) {
      var started = SecondProvider.start("http://127.0.0.1:" + port);
      provider = started;
      properties.add("TRAMA_OIDC_ISSUER", started::issuer);
      properties.add("TRAMA_OIDC_CLIENT_ID", () -> "city");
      properties.add("TRAMA_OIDC_CLIENT_SECRET", () -> SecondProvider.SECRET);
      properties.add("TRAMA_OIDC_ROLES_CLAIM", () -> "realm_access.roles");
      properties.add("TRAMA_OIDC_ROLE_NAMES", () -> "urbanisme=planner");
    }
  }

  private static SecondProvider provider() {
    var running = provider;
    if (running == null) {
      throw new IllegalStateException("not started");
    }
    return running;
  }

  @AfterAll
  static void stop() {
    if (provider != null) {
      provider.close();
    }
  }

  @BeforeEach
  void openBrowser() throws Exception {
    Assumptions.assumeTrue(
        SecondProvider.missing().isEmpty(), () -> SecondProvider.missing().orElse(""));
    browser = new Browsing("http://127.0.0.1:" + port);
    provider().lie("{}");
  }

  /// Goes through the provider's pages as a person; the address that leads back to us.
  private String choose(Browsing browser, String person) throws Exception {
    String at = Browsing.location(browser.get("/sign-in?back=/about"));
    for (int step = 0; step < 10; step++) {
      var answer = browser.get(at);
      if (answer.statusCode() == 200) {
        at = at + "?person=" + person;
      } else {
        at = answer.uri().resolve(Browsing.location(answer)).toString();
      }
      if (at.startsWith("http://127.0.0.1:" + port + "/")) {
        return at;
      }
    }
    throw new AssertionError("the provider's pages lead nowhere: " + at);
  }

  private HttpResponse<String> signIn(Browsing browser, String person) throws Exception {
    return browser.get(choose(browser, person));
  }

  @Test
  @Order(1)
  void aPersonOfAnotherProviderIsInWithTheRolesOfItsClaim() throws Exception {
    assertThat(Browsing.location(signIn(browser, "anna"))).isEqualTo("/about");
    assertThat(browser.get("/me/sessions?lang=en").body())
        .contains("Anna Sala", "Planner, Auditor")
        .doesNotContain("unknown-role", "made up");
    assertThat(browser.get("/operator/sign-ins").statusCode()).isEqualTo(200);
  }

  @Test
  @Order(1)
  void whoHasNoRoleOfOursIsAResident() throws Exception {
    signIn(browser, "bruno");
    assertThat(browser.get("/me/sessions?lang=en").body()).contains("Bruno Re", "Resident");
    assertThat(browser.get("/operator/sign-ins").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @Order(1)
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          forged, signed with a key of nobody's     | {"key": "stranger"}             | refused
          forged, not signed at all                 | {"none": true}                  | refused
          for another client                        | {"claims": {"aud": "another"}}  | refused
          of another issuer                         | {"claims": {"iss": "http://x"}} | refused
          of another sign-in                        | {"claims": {"nonce": "x"}}      | refused
          expired two minutes ago                   | {"exp": -120, "iat": -300}      | refused
          from two minutes ahead                    | {"iat": 120}                    | refused
          expired by a clock half a minute ahead    | {"exp": -30, "iat": -90}        | in
          from a clock half a minute ahead          | {"iat": 30}                     | in
          """)
  void whatTheTokenSaysMustHold(String token, String faults, String outcome) throws Exception {
    provider().lie(faults);
    var answer = signIn(browser, "anna");
    if (outcome.equals("in")) {
      assertThat(Browsing.location(answer)).as(token).isEqualTo("/about");
      assertThat(browser.cookies()).containsKey(COOKIE);
    } else {
      assertThat(Browsing.location(answer)).as(token).isEqualTo("/sign-in/refused?why=refused");
      assertThat(browser.cookies()).doesNotContainKey(COOKIE);
      var page = browser.get("/sign-in/refused?why=refused&lang=en");
      assertThat(page.body()).contains("cannot be verified").doesNotContain("Exception");
    }
  }

  @Test
  @Order(1)
  void whoBreaksOffIsToldSo() throws Exception {
    assertThat(Browsing.location(signIn(browser, "nobody")))
        .isEqualTo("/sign-in/refused?why=cancelled");
  }

  @Test
  @Order(1)
  void signingOutEndsTheProvidersSessionToo() throws Exception {
    signIn(browser, "anna");
    var page = browser.post("/about", "/sign-out");
    var refresh = page.headers().firstValue("Refresh").orElseThrow();
    assertThat(refresh).startsWith("0; url=" + provider().issuer() + "/session/end?");
    assertThat(browser.get("/about").body()).doesNotContain("Anna Sala");
    var confirmed = endAtProvider(browser, refresh.substring("0; url=".length()));
    assertThat(Browsing.location(confirmed)).isEqualTo("http://127.0.0.1:" + port + "/signed-out");
    // The provider does not know the browser any more: it shows whom to choose.
    var asked = browser.get(Browsing.location(browser.get("/sign-in")));
    var shown = browser.get(asked.uri().resolve(Browsing.location(asked)).toString());
    assertThat(shown.body()).contains("?person=anna");
  }

  private static HttpResponse<String> endAtProvider(Browsing browser, String address)
      throws Exception {
    var page = browser.get(address).body();
    var action = ACTION.matcher(page);
    var xsrf = XSRF.matcher(page);
    assertThat(action.find() && xsrf.find()).as(page).isTrue();
    return browser.submit(action.group(1), Map.of("xsrf", xsrf.group(1), "logout", "yes"));
  }

  @Test
  @Order(1)
  void leavingAtTheProviderEndsTheSessionHere() throws Exception {
    signIn(browser, "anna");
    var other = new Browsing("http://127.0.0.1:" + port);
    signIn(other, "anna");
    assertThat(browser.get("/about").body()).contains("Anna Sala");
    endAtProvider(browser, provider().issuer() + "/session/end");
    assertThat(browser.get("/about").body()).doesNotContain("Anna Sala");
    assertThat(other.get("/about").body()).as("a session of another browser").contains("Anna");
  }

  @Test
  @Order(1)
  void nothingButALogoutTokenEndsASession() throws Exception {
    signIn(browser, "anna");
    var idToken =
        browser
            .post("/about", "/theme", "theme", "dark", "back", "/")
            .headers()
            .firstValue("Location");
    assertThat(idToken).hasValue("/");
    var stranger = new Browsing("http://127.0.0.1:" + port);
    for (String token : new String[] {"", "x.y.z", storedIdToken()}) {
      assertThat(
              stranger.submit("/sign-out/back-channel", Map.of("logout_token", token)).statusCode())
          .isEqualTo(400);
    }
    assertThat(browser.get("/about").body()).contains("Anna Sala");
  }

  private String storedIdToken() throws Exception {
    var person = people.welcome(provider().issuer(), "anna", "Anna Sala", Set.of(Role.PLANNER));
    return sessions.of(person).getFirst().idToken();
  }

  @Test
  @Order(1)
  void theBuiltInProviderIsClosedAndItsPeopleAreNobody() throws Exception {
    for (String path : new String[] {"/provider/authorize", "/.well-known/openid-configuration"}) {
      var refused = browser.get(path);
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("TRAMA_OIDC_ISSUER");
    }
    assertThat(browser.get("/sign-in/demo").statusCode()).isEqualTo(404);
    var madeUp = people.welcome("built-in", "jordi", "Jordi Bosch", Set.of(Role.OPERATOR));
    browser
        .cookies()
        .put(
            COOKIE,
            sessions.begin(new Sessions.Beginning(madeUp, "token", null, "", "127.0.0.0/24")));
    assertThat(browser.get("/about").body()).doesNotContain("Jordi Bosch");
    assertThat(browser.get("/operator").statusCode()).isEqualTo(303);
  }

  @Test
  @Order(1)
  void theClientsSecretAndTheTokensAreNeverLogged(CapturedOutput output) throws Exception {
    signIn(browser, "anna");
    var idToken = storedIdToken();
    provider().lie("{\"key\": \"stranger\"}");
    signIn(new Browsing("http://127.0.0.1:" + port), "anna");
    assertThat(output.getAll())
        .contains("sign-in refused: invalid_id_token")
        .doesNotContain(SecondProvider.SECRET, idToken, "eyJ", "Anna");
  }

  @Test
  @Order(2)
  void aProviderThatIsDownIsToldInPlainWordsAndThePagesGoOn() throws Exception {
    var link = choose(browser, "anna");
    provider().close();
    assertThat(Browsing.location(browser.get(link)))
        .isEqualTo("/sign-in/refused?why=provider-down");
    var page = browser.get("/sign-in/refused?why=provider-down&lang=en");
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body())
        .contains("The identity provider does not answer", "Try again")
        .doesNotContain("Exception", "Connect", "java.");
    assertThat(browser.get("/barcelona").statusCode()).isEqualTo(200);
  }
}
