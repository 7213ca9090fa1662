package eu.trama.city.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.CityServer;
import eu.trama.city.persons.KeyDestroyed;
import eu.trama.city.persons.Vault;
import eu.trama.city.persons.commands.PersonsCommand;
import eu.trama.city.store.DatabaseUrl;
import eu.trama.city.store.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// `./trama persons` on a store of its own.
class PersonsCommandTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.with();

  @TempDir Path home;

  private City city() {
    DatabaseUrl url = DATABASE.url();
    String address = url.jdbc() + "&user=" + url.user() + "&password=" + url.password();
    return City.open(
        CityServer.class, Map.of("TRAMA_DB_URL", address, "TRAMA_HOME", home.toString()));
  }

  private record Said(int code, String out, String err) {}

  private Said run(String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Shell.commandLine(List.of(new PersonsCommand(this::city)))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(words);
    return new Said(code, out.toString(), err.toString());
  }

  @Test
  void forgetsOnceAndPrintsTheReceipt() {
    byte[] sealed;
    try (City city = city()) {
      sealed =
          city.service(Vault.class)
              .seal("ada-1", "decision", "secret".getBytes(StandardCharsets.UTF_8));
    }
    Said differ = run("persons", "forget", "ada-1", "--again", "ada-2");
    assertThat(differ.code()).isEqualTo(2);
    assertThat(differ.err()).contains("Nobody was forgotten");
    assertThat(run("persons", "forget", "ada-1").code()).isEqualTo(2);
    assertThat(run("persons", "rotate").out().strip()).isEqualTo("1");
    Said done = run("persons", "forget", "ada-1", "--again", "ada-1");
    assertThat(done.code()).isZero();
    assertThat(done.out()).contains("\"ledger\"", "\"salt\"", "ada-1");
    Said again = run("persons", "forget", "ada-1", "--again", "ada-1");
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("No key of ada-1");
    try (City city = city()) {
      assertThatThrownBy(() -> city.service(Vault.class).open("ada-1", "decision", sealed))
          .isInstanceOf(KeyDestroyed.class);
    }
  }
}
