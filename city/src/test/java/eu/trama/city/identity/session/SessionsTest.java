package eu.trama.city.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.identity.Person;
import eu.trama.city.identity.Role;
import eu.trama.city.identity.access.OidcSettings;
import eu.trama.city.store.ModuleSchema;
import eu.trama.city.store.TestDatabase;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

/// How sessions begin and end, on a clock that stands until it is moved.
class SessionsTest {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.with(new ModuleSchema("identity"));

  private final SessionSettings settings =
      new SessionSettings(Duration.ofMinutes(30), Duration.ofHours(12), 3, Duration.ofDays(90));
  private final Moving clock = new Moving();
  private final OidcSettings builtIn = new OidcSettings(Optional.empty());
  private final Sessions sessions = new Sessions(DATABASE.dataSource(), clock, settings, builtIn);
  private final People people = new People(DATABASE.dataSource(), clock);
  private Person anna = new Person("", "", Set.of());

  private static final class Moving extends Clock {
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }

    void on(Duration time) {
      now = now.plus(time);
    }
  }

  @BeforeEach
  void nobodyIsIn() {
    JdbcClient.create(DATABASE.dataSource()).sql("truncate identity.person cascade").update();
    anna = people.welcome("built-in", "anna", "Anna", Set.of(Role.PLANNER));
  }

  private String begin() {
    return sessions.begin(new Sessions.Beginning(anna, "t", "p1", "Firefox", "127.0.0.0/24"));
  }

  @Test
  void aSessionThatIsUsedGoesOnUntilItsLongestTime() {
    var secret = begin();
    for (int minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      clock.on(Duration.ofMinutes(20));
      assertThat(sessions.use(secret)).as("after %d minutes", minutes + 20).isPresent();
    }
    clock.on(Duration.ofMinutes(20));
    assertThat(sessions.use(secret)).isEmpty();
  }

  @Test
  void aSessionThatIsNotUsedEnds() {
    var secret = begin();
    clock.on(Duration.ofMinutes(29));
    assertThat(sessions.use(secret)).isPresent();
    clock.on(Duration.ofMinutes(30));
    assertThat(sessions.use(secret)).isEmpty();
    sessions.clean();
    assertThat(rows()).isZero();
  }

  @Test
  void useIsNotedOnceAMinuteAndNotAtEachRequest() {
    var secret = begin();
    var begun = clock.instant();
    clock.on(Duration.ofSeconds(50));
    assertThat(sessions.use(secret).orElseThrow().seenAt()).isEqualTo(begun);
    assertThat(sessions.use(secret).orElseThrow().seenAt()).isEqualTo(begun);
    clock.on(Duration.ofSeconds(20));
    sessions.use(secret);
    assertThat(sessions.use(secret).orElseThrow().seenAt()).isEqualTo(clock.instant());
  }

  @Test
  void oneMoreThanAllowedEndsTheOldest() {
    var first = begin();
    for (int i = 0; i < 3; i++) {
      clock.on(Duration.ofSeconds(1));
      begin();
    }
    assertThat(sessions.use(first)).isEmpty();
    assertThat(sessions.of(anna)).hasSize(3);
  }

  @Test
  void aRoleThatTheProviderNoLongerNamesIsLostInEverySession() {
    var secret = begin();
    people.welcome("built-in", "anna", "Anna", Set.of(Role.RESIDENT));
    assertThat(sessions.use(secret).orElseThrow().person().roles()).containsExactly(Role.RESIDENT);
  }

  @Test
  void anotherServerOnTheStoreKnowsTheSessionAndThatItEnded() {
    var other = new Sessions(DATABASE.dataSource(), clock, settings, builtIn);
    var secret = begin();
    assertThat(other.use(secret)).isPresent();
    other.endAll(anna);
    assertThat(sessions.use(secret)).isEmpty();
  }

  @Test
  void aProviderEndsItsSessionOrAllOfAPersonAndNobodyElses() {
    var secret = begin();
    assertThat(sessions.endOfProvider("anna", "another")).isEmpty();
    assertThat(sessions.endOfProvider("bruno", null)).isEmpty();
    assertThat(sessions.use(secret)).isPresent();
    assertThat(sessions.endOfProvider(null, "p1")).containsExactly(anna.id());
    var again = begin();
    assertThat(sessions.endOfProvider("anna", null)).containsExactly(anna.id());
    assertThat(sessions.use(again)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"''", "x", "' or true --", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void whatNamesNoSessionIsNobodys(String cookie) {
    begin();
    assertThat(sessions.use(cookie)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.77,192.0.2.0/24",
    "2001:db8:1:2::3,2001:db8:1:0:0:0:0:0/48",
    "127.0.0.1,127.0.0.0/24"
  })
  void anAddressIsKeptShortened(String address, String kept) {
    assertThat(Origin.truncated(address)).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0|Firefox, Linux",
        "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36|Chrome, Android",
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0|Edge, Windows",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1|Safari, iOS",
        "curl/8.5.0|''"
      })
  void aDeviceIsKnownByBrowserAndSystem(String userAgent, String device) {
    assertThat(Device.of(userAgent)).isEqualTo(device);
  }

  @Test
  void behindTlsTheCookieIsThisHostsAndNoOtherIsTaken() {
    var request = new MockHttpServletRequest();
    request.setSecure(true);
    assertThat(HostCookie.SESSION.set(request, "secret"))
        .startsWith("__Host-trama-session=secret;")
        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
        .doesNotContain("Domain", "Max-Age");
    request.setCookies(new Cookie("trama-session", "planted"));
    assertThat(HostCookie.SESSION.read(request)).isEmpty();
  }

  private int rows() {
    return JdbcClient.create(DATABASE.dataSource())
        .sql("select count(*) from identity.session")
        .query(Integer.class)
        .single();
  }
}
