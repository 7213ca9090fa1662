package eu.trama.city.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.CityServer;
import eu.trama.city.store.DatabaseUrl;
import eu.trama.city.store.TestDatabase;
import eu.trama.city.twin.Imports;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.Twin;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What commands at the shell use: the whole city, without its web server.
class CityTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.with();

  @Test
  void itOpensWithoutAWebServer() {
    DatabaseUrl url = DATABASE.url();
    String address = url.jdbc() + "&user=" + url.user() + "&password=" + url.password();
    try (var city = City.open(CityServer.class, Map.of("TRAMA_DB_URL", address))) {
      assertThat(city.service(Twin.class).cities()).hasSize(2);
      assertThat(city.service(Imports.class)).isNotNull();
      assertThat(city.service(Runs.class).recent("barcelona", 1)).isEmpty();
    }
  }
}
