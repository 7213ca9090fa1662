package eu.trama.city.identity.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

class SignInWayTest {

  private static OidcSettings settings(String... pairs) {
    var values = new HashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put("TRAMA_OIDC_" + pairs[i], pairs[i + 1]);
    }
    return OidcSettings.from(values::get);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,BUILT_IN",
    "::1,BUILT_IN",
    "localhost,BUILT_IN",
    "0.0.0.0,NONE",
    "::,NONE",
    "192.0.2.1,NONE",
    "some-name,NONE",
    "'',NONE"
  })
  void theBuiltInProviderIsThereOnTheLoopbackInterfaceOnly(String address, SignInWay.Kind kind) {
    var environment = new MockEnvironment().withProperty("server.address", address);
    var way = SignInWay.of(settings(), environment);
    assertThat(way.kind()).isEqualTo(kind);
    assertThat(way.openTo(request("127.0.0.1", "localhost")))
        .isEqualTo(kind == SignInWay.Kind.BUILT_IN);
  }

  @Test
  void whereNothingSaysOnWhatToListenItIsEveryInterface() {
    assertThat(SignInWay.of(settings(), new MockEnvironment()).kind())
        .isEqualTo(SignInWay.Kind.NONE);
  }

  @Test
  void aProviderThatIsConfiguredTakesItsPlaceEverywhere() {
    var environment = new MockEnvironment().withProperty("server.address", "127.0.0.1");
    var outside = settings("ISSUER", "https://id.example", "CLIENT_ID", "trama");
    assertThat(SignInWay.of(outside, environment).kind()).isEqualTo(SignInWay.Kind.OUTSIDE);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,localhost,true",
    "127.0.0.1,127.0.0.1,true",
    "::1,[::1],true",
    "127.0.0.1,rebound.example,false",
    "127.0.0.1,localhost.example,false",
    "192.0.2.1,localhost,false"
  })
  void itAnswersThisMachineUnderItsOwnNames(String from, String host, boolean open) {
    var environment = new MockEnvironment().withProperty("server.address", "127.0.0.1");
    assertThat(SignInWay.of(settings(), environment).openTo(request(from, host))).isEqualTo(open);
  }

  private static MockHttpServletRequest request(String from, String host) {
    var request = new MockHttpServletRequest("GET", "/sign-in");
    request.setRemoteAddr(from);
    request.setServerName(host);
    return request;
  }

  @Test
  void settingsAreReadWithTheSecretFromAFile(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("secret"), "hidden\n");
    var read =
        settings(
                "ISSUER", "https://id.example/realms/city",
                "CLIENT_ID", "trama",
                "CLIENT_SECRET_FILE", file.toString(),
                "ROLES_CLAIM", "realm_access.roles",
                "ROLE_NAMES", "urbanisme=planner, https://x/a=b=operator")
            .outside()
            .orElseThrow();
    assertThat(read.secret()).isEqualTo("hidden");
    assertThat(read.roleNames())
        .isEqualTo(Map.of("urbanisme", Role.PLANNER, "https://x/a=b", Role.OPERATOR));
    assertThat(read.toString()).doesNotContain("hidden");
  }

  @ParameterizedTest
  @CsvSource({
    "http://id.example,trama,,https://",
    "id.example,trama,,https://",
    "https://id.example,,,TRAMA_OIDC_CLIENT_ID",
    "https://id.example,trama,urbanisme=mayor,TRAMA_OIDC_ROLE_NAMES",
    "https://id.example,trama,=planner,TRAMA_OIDC_ROLE_NAMES"
  })
  void settingsThatCannotBeUsedAreRefusedWithWhatToDo(
      String issuer, String client, String names, String said) {
    assertThatThrownBy(() ->
            settings(
                "ISSUER", issuer,
                "CLIENT_ID", client == null ? "" : client,
                "ROLE_NAMES", names == null ? "" : names))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }
}
