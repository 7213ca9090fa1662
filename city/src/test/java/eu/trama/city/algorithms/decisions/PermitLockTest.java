package eu.trama.city.algorithms.decisions;

import static eu.trama.city.algorithms.decisions.OnTheWay.as;
import static eu.trama.city.algorithms.decisions.OnTheWay.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.CityServer;
import eu.trama.city.algorithms.PermitRefused;
import eu.trama.city.algorithms.Permits;
import eu.trama.city.algorithms.RuleSet;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.algorithms.stages.Action;
import eu.trama.city.identity.Role;
import eu.trama.city.store.TestStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A stop that comes between the permit and the commit of a decision, with real transactions.
@SpringBootTest(classes = CityServer.class, properties = "trama.test.store=permit-lock")
@ContextConfiguration(initializers = TestStore.class)
@Import(OnTheWay.Setup.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermitLockTest {

  private static final Map<String, String> POOR =
      Map.of(
          "registered", "yes", "sixty", "yes", "disability", "no", "members", "1", "income", "1");

  @Autowired private RuleSet rules;
  @Autowired private Register register;
  @Autowired private Permits permits;
  @Autowired private DecisionDesk desk;
  @Autowired private JdbcClient jdbc;
  @Autowired private PlatformTransactionManager transactions;

  private OnTheWay way;

  @BeforeAll
  void toOperation() {
    way = new OnTheWay(register, rules);
    way.toOperation(() -> {});
  }

  private void decide() {
    as(person("resident", Role.RESIDENT), () -> desk.decide(rules, POOR));
  }

  private long decisions() {
    return jdbc.sql("select count(*) from algorithms.decision").query(Long.class).single();
  }

  /// Waits until the store itself says that somebody waits for a lock.
  private void untilSomebodyWaits() {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < end) {
      long waiting =
          jdbc.sql(
                  "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
              .query(Long.class)
              .single();
      if (waiting > 0) {
        return;
      }
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    throw new AssertionError("nobody waits");
  }

  @Test
  void aStopWaitsForTheDecisionThatHasItsPermit() throws Exception {
    long before = decisions();
    CompletableFuture<?>[] stop = new CompletableFuture<?>[1];
    new TransactionTemplate(transactions)
        .executeWithoutResult(status -> {
          decide();
          stop[0] = CompletableFuture.runAsync(way::suspend);
          untilSomebodyWaits();
          assertThat(stop[0]).isNotDone();
        });
    stop[0].get(20, TimeUnit.SECONDS);
    assertThat(decisions()).isEqualTo(before + 1);
    assertThatThrownBy(this::decide).isInstanceOf(PermitRefused.class);
    way.resume();
  }

  @Test
  void aDecisionWaitsForTheStopAndIsThenRefused() throws Exception {
    long before = decisions();
    CompletableFuture<?>[] decision = new CompletableFuture<?>[1];
    new TransactionTemplate(transactions)
        .executeWithoutResult(status -> {
          way.suspend();
          decision[0] = CompletableFuture.runAsync(this::decide);
          untilSomebodyWaits();
          assertThat(decision[0]).isNotDone();
        });
    assertThatThrownBy(() -> decision[0].get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(PermitRefused.class);
    assertThat(decisions()).isEqualTo(before);
    way.resume();
  }

  /// The refusal lets go of the lock, since what it leads to needs the row for itself.
  @Test
  void changedCodeSuspendsFromWithinATransaction() {
    new TransactionTemplate(transactions)
        .executeWithoutResult(status ->
            assertThatThrownBy(() -> permits.ask(rules.id(), "0".repeat(64)))
                .isInstanceOf(PermitRefused.class));
    assertThat(register.find(rules.id()).orElseThrow().dossier().suspension()).isPresent();
    way.resume();
  }

  /// Shared locks that overlap all the time must not keep an auditor waiting.
  @Test
  void anAuditorIsNotKeptWaitingByManyDecisions() throws Exception {
    var go = new AtomicBoolean(true);
    var made = new AtomicLong();
    try (var pool = Executors.newFixedThreadPool(6)) {
      var running = new ArrayList<CompletableFuture<Void>>();
      for (int i = 0; i < 6; i++) {
        running.add(
            CompletableFuture.runAsync(
                () -> {
                  while (go.get()) {
                    try {
                      decide();
                      made.incrementAndGet();
                    } catch (PermitRefused stopped) {
                      return;
                    }
                  }
                },
                pool));
      }
      try {
        while (made.get() < 50) {
          LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        long begun = System.nanoTime();
        way.suspend();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        long kept = decisions();
        for (var each : running) {
          each.get(20, TimeUnit.SECONDS);
        }
        assertThat(decisions()).isEqualTo(kept);
      } finally {
        go.set(false);
      }
    }
    as(
        person("way-auditor", Role.AUDITOR),
        () -> register.act(rules.id(), new Action.Resume("A test")));
  }
}
