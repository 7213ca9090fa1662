package eu.trama.city.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A server that dies under those who use it is there again soon, with all that it acknowledged.
class VigilTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int WRITERS = 6;
  private static final int KILLS = 3;
  private static final int BETWEEN = 50;

  @TempDir Path home;

  @Test
  void aServerKilledUnderLoadComesBackWithAllItAcknowledged() throws Exception {
    OwnServer own = OwnServer.in(home);
    try (var store = open();
        var pool = store.connect(List.of())) {
      JdbcClient.create(pool).sql("create table diary (row bigint primary key)").update();
      Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
      var failures = new AtomicLong();
      var stop = new AtomicBoolean();
      try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < WRITERS; i++) {
          long first = i;
          var _ = writers.submit(() -> write(pool, first, stop, acknowledged, failures));
        }
        for (int kills = 0; kills < KILLS; kills++) {
          awaitMore(acknowledged);
          own.kill();
        }
        awaitMore(acknowledged);
        stop.set(true);
      }
      assertThat(failures).hasPositiveValue();
      // The pool may still hold a connection that nobody has tried since the last kill.
      try (var connection = store.url().connect()) {
        assertThat(
                JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql("select row from diary")
                    .query(Long.class)
                    .set())
            .containsAll(acknowledged);
      }
    }
    assertThat(own.processes()).isEmpty();
  }

  @Test
  void whereItsPortIsTakenThePoolFollowsToAnother() throws Exception {
    OwnServer own = OwnServer.in(home);
    try (var store = open();
        var pool = store.connect(List.of())) {
      int port = own.port();
      Path folder = home.resolve("postgres").toRealPath();
      ServerSocket taken;
      // While this test has the turn, nobody starts the server again.
      try (var _ = ServerLocks.turn(folder, ServerUser.of(home))) {
        own.kill();
        taken = take(port);
      }
      try (taken) {
        assertThat(Patience.await(() -> answers(pool), LIMIT)).isTrue();
        assertThat(own.port()).isNotEqualTo(port);
        assertThat(store.url().toString()).contains(":" + own.port() + "/");
      }
    }
  }

  private Store open() {
    return Store.open(StoreSettings.from(Map.of("TRAMA_HOME", home.toString())::get));
  }

  private static void awaitMore(Set<Long> acknowledged) throws InterruptedException {
    int before = acknowledged.size();
    assertThat(Patience.await(() -> acknowledged.size() > before + BETWEEN, LIMIT)).isTrue();
  }

  private static Void write(
      HikariDataSource pool,
      long first,
      AtomicBoolean stop,
      Set<Long> acknowledged,
      AtomicLong failures) {
    var jdbc = JdbcClient.create(pool);
    for (long row = first; !stop.get(); row += WRITERS) {
      try {
        jdbc.sql("insert into diary values (?)").param(row).update();
        acknowledged.add(row);
      } catch (DataAccessException e) {
        failures.incrementAndGet();
      }
    }
    return null;
  }

  private static boolean answers(HikariDataSource pool) {
    try {
      return JdbcClient.create(pool).sql("select 1").query(Integer.class).single() == 1;
    } catch (DataAccessException e) {
      return false; // not yet
    }
  }

  /// Listens on a port as soon as its killed owner has left it.
  private static ServerSocket take(int port) throws IOException, InterruptedException {
    var socket = new ServerSocket();
    boolean bound =
        Patience.await(
            () -> {
              try {
                socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return true;
              } catch (BindException e) {
                return false;
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            },
            LIMIT);
    assertThat(bound).isTrue();
    return socket;
  }
}
