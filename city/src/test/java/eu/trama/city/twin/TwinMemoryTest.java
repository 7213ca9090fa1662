package eu.trama.city.twin;

import static eu.trama.city.twin.TestTwin.stop;
import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.store.ModuleSchema;
import eu.trama.city.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two servers on one store: what one remembers is never wrong, whatever the other imports.
class TwinMemoryTest {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.with(new ModuleSchema("twin"));

  private static final Duration PATIENCE = TwinMemory.FRESH.multipliedBy(20);

  private TestTwin one;
  private TestTwin other;

  @BeforeEach
  void twoServers() {
    JdbcClient.create(DATABASE.dataSource()).sql("truncate twin.city cascade").update();
    one = new TestTwin(DATABASE.dataSource());
    other = new TestTwin(DATABASE.dataSource());
  }

  private static List<String> stops(TestTwin server, Snapshot snapshot) {
    return server.twin.features(snapshot, "stops").stream().map(Feature::id).toList();
  }

  private static Snapshot today(TestTwin server) {
    return server.twin.today(TestTwin.CITY.id());
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("nanoseconds until seen").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void theServerThatImportsSeesItAtOnce() {
    one.publish("s", one.now, List.of(stop("a", "Sants")));
    assertThat(stops(one, today(one))).containsExactly("a");
    one.publish("s", one.now, List.of(stop("a", "Sants"), stop("b", "Clot")));
    assertThat(stops(one, today(one))).containsExactly("a", "b");
  }

  @Test
  void theOtherServerSeesItSoon() {
    one.publish("s", one.now, List.of(stop("a", "Sants")));
    await(() -> stops(other, today(other)).equals(List.of("a")));
    Snapshot before = today(other);
    one.publish("s", one.now, List.of(stop("b", "Clot")));
    await(() -> stops(other, today(other)).equals(List.of("b")));
    assertThat(stops(other, before)).as("an older snapshot stays as it was").containsExactly("a");
  }

  @Test
  void whatIsAskedOfTheFutureIsNotFixedBeforeItCame() {
    Instant later = one.now.plus(Duration.ofDays(9));
    Snapshot future = one.asOf(later, later);
    assertThat(stops(one, future)).isEmpty();
    one.publish("s", one.now, List.of(stop("a", "Sants")));
    assertThat(stops(one, future)).containsExactly("a");
    one.publish("s", later, List.of(stop("b", "Clot")));
    assertThat(stops(one, future)).containsExactly("b");
    assertThat(stops(one, one.asOf(one.now, later))).containsExactly("a");
  }

  @Test
  void whatAServerHasNotSeenYetIsNotKeptUnderWhatItHasSeen() {
    one.publish("s", one.now, List.of(stop("a", "Sants")));
    Instant later = one.now.plus(Duration.ofDays(9));
    Snapshot future = one.asOf(later, later);
    await(() -> stops(other, future).equals(List.of("a")));
    Snapshot before = today(other);
    one.publish("s", one.now, List.of(stop("a", "Sants"), stop("b", "Clot")));
    stops(other, future);
    await(() -> stops(other, future).equals(List.of("a", "b")));
    assertThat(stops(other, before)).containsExactly("a");
  }

  @Test
  void nothingIsKeptOfACityBeforeItsFirstDataset() {
    Snapshot future = one.asOf(one.now.plus(Duration.ofDays(9)), one.now.plus(Duration.ofDays(9)));
    assertThat(other.twin.settled(future).forEver()).isFalse();
    assertThat(other.twin.facts(future, "stops").count()).isZero();
    one.publish("s", one.now, List.of(stop("a", "Sants")));
    await(() -> other.twin.facts(future, "stops").count() == 1);
    await(() -> other.twin.settled(future).forEver());
  }

  @Test
  void factsOfTheFutureTurnWithWhatIsLearned() {
    one.publish("s", one.now, List.of(stop("a", "Sants")));
    Snapshot future = one.asOf(one.now.plus(Duration.ofDays(9)), one.now.plus(Duration.ofDays(9)));
    await(() -> other.twin.facts(future, "stops").count() == 1);
    one.publish("s", one.now, List.of(stop("a", "Sants"), stop("b", "Clot")));
    await(() -> other.twin.facts(future, "stops").count() == 2);
  }

  @Test
  void fingerprintsAndCountsTurnWithTheFeatures() {
    one.publish("s", one.now, List.of(stop("a", "Sants")));
    Snapshot first = today(one);
    String fingerprint = one.twin.fingerprint(first, List.of("stops"));
    one.publish("s", one.now, List.of(stop("a", "Sants"), stop("b", "Clot")));
    assertThat(one.twin.fingerprint(today(one), List.of("stops"))).isNotEqualTo(fingerprint);
    assertThat(one.twin.fingerprint(first, List.of("stops"))).isEqualTo(fingerprint);
    assertThat(one.twin.layers(today(one))).containsEntry("stops", 2L);
    assertThat(one.twin.layers(first)).containsEntry("stops", 1L);
  }
}
