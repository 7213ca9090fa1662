package eu.trama.city.persons;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.CityServer;
import eu.trama.city.identity.Person;
import eu.trama.city.identity.Role;
import eu.trama.city.identity.SignedIn;
import eu.trama.city.store.TestStore;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
class VaultTest {

  private static final byte[] SECRET = "income 8,699.46".getBytes(UTF_8);

  @Autowired private Vault vault;
  @Autowired private PersonsSettings settings;
  @Autowired private MasterKeys masters;
  @Autowired private DataSource source;

  private final String ada = UUID.randomUUID().toString();
  private final String ben = UUID.randomUUID().toString();

  @BeforeEach
  void operator() {
    as(Role.OPERATOR);
  }

  @AfterEach
  void nobody() {
    SecurityContextHolder.clearContext();
  }

  private static void as(Role role) {
    SecurityContextHolder.getContext()
        .setAuthentication(new SignedIn(new Person("op", "Op", Set.of(role))));
  }

  @Test
  void opensForItsPersonAndPurposeOnly() {
    byte[] sealed = vault.seal(ada, "decision", SECRET);
    assertThat(new String(sealed, UTF_8)).doesNotContain("income");
    assertThat(vault.open(ada, "decision", sealed)).isEqualTo(SECRET);
    assertThatThrownBy(() -> vault.open(ada, "objection", sealed))
        .isInstanceOf(IllegalArgumentException.class);
    vault.seal(ben, "decision", SECRET);
    assertThatThrownBy(() -> vault.open(ben, "decision", sealed))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isNeverTheSameTwiceAndEveryFlippedBitIsSeen() {
    byte[] sealed = vault.seal(ada, "decision", SECRET);
    assertThat(vault.seal(ada, "decision", SECRET)).isNotEqualTo(sealed);
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] other = sealed.clone();
      other[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThatThrownBy(() -> vault.open(ada, "decision", other))
          .isInstanceOfAny(IllegalArgumentException.class, KeyDestroyed.class);
    }
  }

  @Test
  void whatIsForgottenIsGoneAndOthersStay() {
    byte[] ofAda = vault.seal(ada, "decision", SECRET);
    byte[] ofBen = vault.seal(ben, "decision", SECRET);
    assertThat(vault.forget(ada)).isPresent();
    assertThat(vault.forget(ada)).isEmpty();
    assertThatThrownBy(() -> vault.open(ada, "decision", ofAda)).isInstanceOf(KeyDestroyed.class);
    assertThat(vault.open(ben, "decision", ofBen)).isEqualTo(SECRET);
    // Who comes back gets a new key, which opens nothing of before.
    byte[] later = vault.seal(ada, "decision", SECRET);
    assertThat(vault.open(ada, "decision", later)).isEqualTo(SECRET);
    assertThatThrownBy(() -> vault.open(ada, "decision", ofAda)).isInstanceOf(KeyDestroyed.class);
  }

  @Test
  void aNewMasterKeyOpensWhatWasSealedAndTheOldOneIsDropped() throws Exception {
    byte[] sealed = vault.seal(ada, "decision", SECRET);
    String before = masters.current().id();
    assertThat(vault.rotate()).isPositive();
    assertThat(masters.current().id()).isNotEqualTo(before);
    assertThat(vault.open(ada, "decision", sealed)).isEqualTo(SECRET);
    assertThat(Files.readAllLines(settings.keyFile())).hasSize(1);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings.keyFile())))
        .isEqualTo("rw-------");
  }

  /// Witness: the JDK's own cipher opens it by what the documentation says of the format: 16 bytes
  /// id of the key, 12 bytes nonce, text and tag.
  @Test
  void anotherProgramOpensItByTheFormatAlone() throws Exception {
    byte[] sealed = vault.seal(ada, "decision", SECRET);
    var jdbc = JdbcClient.create(source);
    byte[] wrapped =
        jdbc.sql("select wrapped from persons.key where person = ?")
            .param(ada)
            .query((row, n) -> row.getBytes(1))
            .single();
    var id = new java.math.BigInteger(1, Arrays.copyOf(sealed, 16)).toString(16);
    String uuid =
        jdbc.sql("select id from persons.key where person = ?")
            .param(ada)
            .query(String.class)
            .single();
    assertThat(uuid.replace("-", "").replaceFirst("^0+", "")).isEqualTo(id);
    byte[] key = jdk(masters.current().bytes(), wrapped, "key " + uuid + "\n" + ada);
    byte[] text = Arrays.copyOfRange(sealed, 16, sealed.length);
    assertThat(jdk(key, text, "decision\n" + ada)).isEqualTo(SECRET);
  }

  private static byte[] jdk(byte[] key, byte[] text, String bound) throws Exception {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(key, "AES"),
        new GCMParameterSpec(128, Arrays.copyOf(text, 12)));
    cipher.updateAAD(bound.getBytes(UTF_8));
    return cipher.doFinal(text, 12, text.length - 12);
  }

  @Test
  void onlyOperatorsForget() {
    for (Role role : Role.values()) {
      as(role);
      if (role != Role.OPERATOR) {
        assertThatThrownBy(() -> vault.forget(ada)).isInstanceOf(AccessDeniedException.class);
      }
    }
  }
}
