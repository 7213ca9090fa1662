package eu.trama.city.twin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.twin.Run;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.Twin;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Runs for tests of pages: small ones, computed to the end, and held in the middle where a test
/// looks at how they are waited for.
class TwinRuns {

  /// Few departures and few points, so that a city takes about a second.
  static final Map<String, String> SMALL = Map.of("window", "5", "spacing", "1500");

  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Runs runs;
  private final Twin twin;
  private final JdbcClient jdbc;
  private final SmartLifecycle worker;

  TwinRuns(
      Runs runs,
      Twin twin,
      DataSource source,
      @Qualifier("eu.trama.city.twin.RunWorker") SmartLifecycle worker) {
    this.runs = runs;
    this.twin = twin;
    this.jdbc = JdbcClient.create(source);
    this.worker = worker;
  }

  /// The reach of a city as it is, computed.
  Run baseline(String city) {
    return done(runs.baseline(twin.today(city), "reach", SMALL));
  }

  Run done(Run run) {
    Instant end = Instant.now().plus(LONGEST);
    Run now = run;
    while (!now.state().ended()) {
      assertThat(Instant.now()).as("run %s ends", run.id()).isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      now = runs.find(run.id()).orElseThrow();
    }
    assertThat(now.failure()).isEmpty();
    return now;
  }

  Map<String, Double> values(Run run, String indicator) {
    var results = runs.results(run).orElseThrow().values();
    return Map.copyOf(Objects.requireNonNull(results.get(indicator), indicator));
  }

  /// From now on runs wait in the queue.
  void hold() {
    worker.stop();
  }

  /// As if a run that is held were so far.
  void put(String run, String state, double progress) {
    int rows =
        jdbc.sql(
                """
                update twin.run set state = ?, progress = ?, heartbeat = now(),
                  stage = case ? when 'running' then 'search' else '' end
                where id = ?
                """)
            .params(state, progress, state, run)
            .update();
    assertThat(rows).isEqualTo(1);
  }

  /// Runs that were held go on.
  void release() {
    worker.start();
  }
}
