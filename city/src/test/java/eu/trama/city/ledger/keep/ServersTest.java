package eu.trama.city.ledger.keep;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.ledger.Commitment;
import eu.trama.city.store.ModuleSchema;
import eu.trama.city.store.TestDatabase;
import eu.trama.ledger.log.LedgerReader;
import eu.trama.ledger.merkle.ProofCheck;
import eu.trama.ledger.note.Checkpoint;
import eu.trama.ledger.note.SignedNote;
import eu.trama.ledger.note.VerifierKey;
import eu.trama.ledger.storage.DiskStorage;
import eu.trama.ledger.verify.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Several servers on one store keep one ledger.
class ServersTest {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.with(new ModuleSchema("ledger"));

  @TempDir private Path homes;
  private JdbcClient jdbc;
  private StoredLedger entries;
  private TransactionTemplate transaction;
  private final List<Round> rounds = new ArrayList<>();

  @BeforeEach
  void anEmptyLedger() {
    jdbc = JdbcClient.create(DATABASE.dataSource());
    clear();
    var transactions = new DataSourceTransactionManager(DATABASE.dataSource());
    transaction = new TransactionTemplate(transactions);
    entries = new StoredLedger(DATABASE.dataSource(), transactions);
  }

  /// As only the owner of the tables can, by putting the guards aside.
  private void clear() {
    without("truncate ledger.log, ledger.entry, ledger.head, ledger.cosignature");
  }

  private void without(String sql) {
    for (String table : List.of("log", "entry", "head")) {
      jdbc.sql("alter table ledger." + table + " disable trigger user").update();
    }
    jdbc.sql(sql).update();
    for (String table : List.of("log", "entry", "head")) {
      jdbc.sql("alter table ledger." + table + " enable trigger user").update();
    }
  }

  @AfterEach
  void closeFolders() {
    rounds.forEach(Round::close);
  }

  private Round server(String home, Optional<Path> sharedKey) {
    var settings = new LedgerSettings(homes.resolve(home), sharedKey, Optional.empty(), List.of());
    var round = new Round(settings, entries);
    rounds.add(round);
    return round;
  }

  private Optional<Path> keyOf(String home) {
    return Optional.of(homes.resolve(home).resolve("key"));
  }

  private void add(int count) {
    for (int i = 0; i < count; i++) {
      entries.add("test", Commitment.of(Commitment.salt(), new byte[] {1}));
    }
  }

  private Checkpoint head(String home, Round server) throws IOException {
    VerifierKey key = server.logKey().orElseThrow();
    return LedgerReader.open(homes.resolve(home), key).head().orElseThrow().checkpoint();
  }

  @Test
  void oneServerBeginsTheLogAndKeepsItsKeyToItself() throws Exception {
    Round one = server("one", Optional.empty());
    one.run();
    assertThat(head("one", one).size()).isZero();
    Path key = homes.resolve("one/key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    String secret = Files.readString(key);
    add(3);
    one.run();
    assertThat(head("one", one).size()).isEqualTo(3);
    assertThat(head("one", one).origin()).startsWith("trama/ledger-");
    one.close();
    Round again = server("one", Optional.empty());
    add(1);
    again.run();
    assertThat(head("one", again).size()).isEqualTo(4);
    assertThat(Files.readString(key)).isEqualTo(secret);
  }

  @Test
  void theOtherServerHasTheSameTreeAndSignsGoingOn() throws Exception {
    Round one = server("one", Optional.empty());
    one.run();
    Round two = server("two", keyOf("one"));
    add(300);
    one.run();
    two.run();
    assertThat(head("two", two)).isEqualTo(head("one", one));
    add(300);
    two.run();
    one.run();
    assertThat(head("one", one).size()).isEqualTo(600);
    assertThat(head("two", two)).isEqualTo(head("one", one));
    for (String home : List.of("one", "two")) {
      assertThat(
              new Verifier(
                      new DiskStorage(homes.resolve(home)), one.logKey().orElseThrow(), List.of())
                  .verify(_ -> {})
                  .findings())
          .isEmpty();
    }
  }

  @Test
  void aFolderThatIsLostIsBuiltAnew() throws Exception {
    Round one = server("one", Optional.empty());
    add(700);
    one.run();
    Checkpoint before = head("one", one);
    add(5);
    one.run();
    Round later = server("later", keyOf("one"));
    later.run();
    assertThat(head("later", later)).isEqualTo(head("one", one));
    assertThat(
            ProofCheck.consistent(
                before.size(),
                before.root(),
                705,
                head("later", later).root(),
                LedgerReader.open(homes.resolve("later"), later.logKey().orElseThrow())
                    .consistency(before.size(), 705)))
        .isTrue();
  }

  @Test
  void aServerWithoutTheKeyFollowsAndDoesNotSign() throws Exception {
    Round one = server("one", Optional.empty());
    add(2);
    one.run();
    Round stranger = server("stranger", Optional.empty());
    add(2);
    stranger.run();
    assertThat(head("stranger", stranger).size()).isEqualTo(2);
    assertThat(homes.resolve("stranger/key")).doesNotExist();
    one.run();
    stranger.run();
    assertThat(head("stranger", stranger).size()).isEqualTo(4);
    assertThatThrownBy(() -> server("three", Optional.of(homes.resolve("nowhere"))).run())
        .hasMessageContaining("TRAMA_LEDGER_KEY_FILE is not there");
  }

  @Test
  void threeServersAndManyWritersNeverFork() throws Exception {
    Round first = server("s0", Optional.empty());
    first.run();
    List<Round> servers = List.of(first, server("s1", keyOf("s0")), server("s2", keyOf("s0")));
    var written = new AtomicInteger();
    Map<Long, String> roots = new ConcurrentSkipListMap<>();
    var writers = new ArrayList<Thread>();
    for (int i = 0; i < 4; i++) {
      writers.add(
          Thread.ofVirtual()
              .start(() -> {
                for (int n = 0; n < 60; n++) {
                  int count = n % 3 + 1;
                  transaction.executeWithoutResult(status -> {
                    add(count);
                    if (count == 2) {
                      status.setRollbackOnly();
                    } else {
                      written.addAndGet(count);
                    }
                  });
                }
              }));
    }
    var keepers = new ArrayList<Thread>();
    var failures = new ArrayList<Throwable>();
    for (int i = 0; i < servers.size(); i++) {
      String home = "s" + i;
      Round server = servers.get(i);
      keepers.add(
          Thread.ofPlatform()
              .start(() -> {
                try {
                  while (writers.stream().anyMatch(Thread::isAlive)) {
                    server.run();
                    Checkpoint head = head(home, server);
                    String other = roots.putIfAbsent(head.size(), head.root().base64());
                    assertThat(other).isIn(null, head.root().base64());
                  }
                } catch (IOException | RuntimeException | Error e) {
                  synchronized (failures) {
                    failures.add(e);
                  }
                }
              }));
    }
    for (Thread thread : keepers) {
      thread.join();
    }
    assertThat(failures).isEmpty();
    for (int round = 0; round < 2; round++) {
      for (Round server : servers) {
        server.run();
      }
    }
    assertThat(head("s0", first).size()).isEqualTo(written.get());
    VerifierKey key = first.logKey().orElseThrow();
    for (int i = 0; i < servers.size(); i++) {
      assertThat(head("s" + i, servers.get(i))).isEqualTo(head("s0", first));
    }
    var reader = LedgerReader.open(homes.resolve("s1"), key);
    for (SignedNote note : notes()) {
      Checkpoint seen = Checkpoint.parse(note.text());
      assertThat(
              ProofCheck.consistent(
                  seen.size(),
                  seen.root(),
                  written.get(),
                  head("s0", first).root(),
                  reader.consistency(seen.size(), written.get())))
          .isTrue();
    }
  }

  private List<SignedNote> notes() throws Exception {
    var notes = new ArrayList<SignedNote>();
    for (byte[] note :
        jdbc.sql("select convert_to(note, 'UTF8') from ledger.head order by size")
            .query((row, _) -> requireNonNull(row.getBytes(1)))
            .list()) {
      notes.add(SignedNote.parse(note));
    }
    return notes;
  }

  @Test
  void anOlderStoreIsNotSigned() throws Exception {
    Round one = server("one", Optional.empty());
    add(5);
    one.run();
    one.close();
    // The store as it was before its last head; entries after it are others than those published.
    without("delete from ledger.head");
    without("delete from ledger.entry where seq >= 3");
    add(4);
    Round again = server("one", Optional.empty());
    assertThatThrownBy(again::run).hasMessageContaining("older than what was published");
    assertThat(jdbc.sql("select count(*) from ledger.head").query(Long.class).single()).isZero();
  }

  @Test
  void anAlteredEntryStopsWhoeverBuildsItsTree() throws Exception {
    Round one = server("one", Optional.empty());
    add(5);
    one.run();
    without("update ledger.entry set kind = 'other' where seq = 3");
    Round two = server("two", keyOf("one"));
    assertThatThrownBy(two::run).hasMessageContaining("something was altered");
  }

  @Test
  void theTablesAreOnlyAddedTo() throws Exception {
    Round one = server("one", Optional.empty());
    add(2);
    one.run();
    for (String sql :
        List.of(
            "update ledger.entry set kind = 'other'",
            "update ledger.entry set seq = seq + 10",
            "delete from ledger.entry",
            "truncate ledger.entry",
            "update ledger.head set root = root",
            "delete from ledger.head",
            "delete from ledger.log")) {
      assertThatThrownBy(() -> jdbc.sql(sql).update())
          .as(sql)
          .hasMessageContaining("only added to");
    }
  }
}
