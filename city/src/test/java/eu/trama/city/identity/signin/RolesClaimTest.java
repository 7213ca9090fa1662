package eu.trama.city.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.identity.Role;
import eu.trama.city.identity.audit.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RolesClaimTest {

  private static final Map<String, Role> NAMES = Map.of("urbanisme", Role.PLANNER);

  @Test
  void rolesAreFoundWhereTheClaimIs() {
    var flat = RolesClaim.at("roles", NAMES);
    assertThat(flat.of(Map.of("roles", List.of("energy-adviser", "urbanisme", "PLANNER", "x"))))
        .containsExactlyInAnyOrder(Role.ENERGY_ADVISER, Role.PLANNER);
    assertThat(flat.of(Map.of("roles", "auditor, editor")))
        .containsExactlyInAnyOrder(Role.AUDITOR, Role.EDITOR);
    assertThat(
            RolesClaim.at("realm_access.roles", NAMES)
                .of(Map.of("realm_access", Map.of("roles", List.of("operator")))))
        .containsExactly(Role.OPERATOR);
    assertThat(
            RolesClaim.at("https://city.example/roles", NAMES)
                .of(Map.of("https://city.example/roles", List.of("trainer"))))
        .containsExactly(Role.TRAINER);
  }

  @Test
  void whateverElseTheClaimHoldsMakesAResident() {
    var claim = RolesClaim.at("a.b", NAMES);
    for (var claims :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("a", "operator"),
            Map.of("a", Map.of("b", 7)),
            Map.of("a", Map.of("b", Map.of("operator", true))),
            Map.of("a", Map.of("b", List.of(List.of("operator")))))) {
      assertThat(claim.of(claims)).as("%s", claims).containsExactly(Role.RESIDENT);
    }
  }

  @Test
  void anAttemptIsReadFromItsOwnCookieOnly() {
    var attempt = new Attempt("state", "nonce", "verifier", "/barcelona?x=é");
    assertThat(Attempt.of(attempt.cookie())).contains(attempt);
    for (String other : List.of("", "x", "!!", attempt.cookie() + "AAAA", "YQpiCmM")) {
      assertThat(Attempt.of(other)).as(other).isNotEqualTo(java.util.Optional.of(attempt));
    }
    assertThat(attempt.answeredBy("state")).isTrue();
    assertThat(attempt.answeredBy("stat")).isFalse();
  }

  @Test
  void aProviderThatIsNotThereIsDown() throws IOException {
    int nobody;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    var discovery = new Discovery(Duration.ofSeconds(5));
    assertThatThrownBy(() -> discovery.read("http://127.0.0.1:" + nobody))
        .isInstanceOfSatisfying(
            SignInFailed.class,
            failed -> assertThat(failed.outcome()).isEqualTo(Outcome.PROVIDER_DOWN));
  }
}
