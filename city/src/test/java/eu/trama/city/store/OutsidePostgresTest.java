package eu.trama.city.store;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.CityServer;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.Scenarios;
import eu.trama.city.twin.Twin;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The system's own PostgreSQL as the store of two servers, by a role without privileges; and
/// backups to it and from it.
class OutsidePostgresTest {

  private static final Duration LIMIT = Duration.ofSeconds(90);

  @TempDir private Path folder;
  @TempDir private Path files;

  @Test
  void twoServersShareItAndItsStateMovesToAnotherServerAndBack() throws Exception {
    try (var debian = DebianServer.start(folder)) {
      DatabaseUrl url = debian.database();
      try (var here = server(url);
          var there = server(url)) {
        var city = here.getBean(Twin.class).today("barcelona");
        var scenario = here.getBean(Scenarios.class).create(city, "Shared", "", List.of());
        assertThat(there.getBean(Scenarios.class).find(scenario.id())).isPresent();

        List<String> asked = new ArrayList<>();
        for (String day : List.of("weekday", "saturday", "sunday")) {
          asked.add(here.getBean(Runs.class).baseline(city, "reach", Map.of("day", day)).id());
        }
        Runs seen = there.getBean(Runs.class);
        assertThat(
                Patience.await(
                    () ->
                        asked.stream()
                            .allMatch(id -> seen.find(id).orElseThrow().state() == Run.State.DONE),
                    LIMIT))
            .isTrue();
        assertThat(
                TableSums.jdbc(url)
                    .sql("select max(attempts) from twin.run")
                    .query(Integer.class)
                    .single())
            .isEqualTo(1);
      }
      movesThereAndBack(debian, url);
    }
  }

  private void movesThereAndBack(DebianServer debian, DatabaseUrl url) throws Exception {
    var sums = TableSums.of(url);
    assertThat(sums.keySet()).contains("twin.feature", "twin.run");
    DatabaseUrl embedded = TestServer.emptyDatabase();
    move(url, embedded, files.resolve("out.trama"));
    assertThat(TableSums.of(embedded)).isEqualTo(sums);
    DatabaseUrl again = debian.database();
    move(embedded, again, files.resolve("back.trama"));
    assertThat(TableSums.of(again)).isEqualTo(sums);
    TestServer.drop(embedded);
  }

  private void move(DatabaseUrl from, DatabaseUrl to, Path file) throws Exception {
    Path home = files.resolve("no-home");
    Backup.write(from, home, file, "test", Clock.systemUTC(), line -> {});
    new Restore(to, home, line -> {}).from(file, false);
  }

  private static ConfigurableApplicationContext server(DatabaseUrl url) {
    String jdbc = url.jdbc() + "?user=" + url.user() + "&password=" + url.password();
    return new SpringApplicationBuilder(CityServer.class)
        .run("--TRAMA_DB_URL=" + jdbc, "--server.port=0");
  }
}
