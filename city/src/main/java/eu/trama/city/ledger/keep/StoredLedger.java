package eu.trama.city.ledger.keep;

import static java.util.Objects.requireNonNull;

import eu.trama.ledger.merkle.Hash;
import eu.trama.ledger.note.BadNoteException;
import eu.trama.ledger.note.Checkpoint;
import eu.trama.ledger.note.NoteSignature;
import eu.trama.ledger.note.SignedNote;
import eu.trama.ledger.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The ledger in the store, which is the truth about it.
@Component
public class StoredLedger {

  /// An advisory lock that nothing else takes: ‘ledger’ in ASCII.
  private static final long SEQUENCER = 0x6C6564676572L;

  private static final int MOST_AT_ONCE = 20_000;

  /// Gives places to what has committed. The lock lets one server do so at a time, so that places
  /// are dense; the unique index would stop a second one all the same.
  private static final String NUMBER =
      """
      with waiting as (
        select id, at from ledger.entry where seq is null order by at, id limit :most for update skip locked),
      numbered as (
        select id, row_number() over (order by at, id) - 1 + (select coalesce(max(seq) + 1, 0) from ledger.entry) as n
        from waiting)
      update ledger.entry e set seq = numbered.n from numbered where e.id = numbered.id
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  StoredLedger(DataSource source, PlatformTransactionManager transactions) {
    this.jdbc = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Adds an entry in the caller's transaction.
  public UUID add(String kind, byte[] commitment) {
    UUID id = UUID.randomUUID();
    jdbc.sql("insert into ledger.entry (id, kind, commitment) values (?, ?, ?)")
        .params(id, kind, commitment)
        .update();
    return id;
  }

  /// The bytes that the tree holds for an entry: two readable lines.
  static byte[] leaf(String kind, byte[] commitment) {
    return ("trama-ledger/v1 "
            + kind
            + "\n"
            + Base64.getEncoder().encodeToString(commitment)
            + "\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /// Gives places to entries that wait, unless another server is at it.
  ///
  /// @return whether this server had the turn, and then may sign
  boolean number() {
    Boolean mine =
        transaction.execute(_ -> {
          boolean turn =
              jdbc.sql("select pg_try_advisory_xact_lock(?)")
                  .param(SEQUENCER)
                  .query(Boolean.class)
                  .single();
          if (turn) {
            jdbc.sql(NUMBER).param("most", MOST_AT_ONCE).update();
          }
          return turn;
        });
    return Boolean.TRUE.equals(mine);
  }

  /// How many entries have their places.
  long numbered() {
    return jdbc.sql("select coalesce(max(seq) + 1, 0) from ledger.entry")
        .query(Long.class)
        .single();
  }

  /// Leaves from `from` on, in order, `most` at most and none from `to` on.
  List<byte[]> leaves(long from, long to, int most) {
    var leaves = new ArrayList<byte[]>();
    jdbc.sql(
            "select seq, kind, commitment from ledger.entry where seq >= ? and seq < ? order by seq limit ?")
        .params(from, to, most)
        .query(row -> {
          if (row.getLong("seq") != from + leaves.size()) {
            throw new IllegalStateException(
                "entry " + (from + leaves.size()) + " is not in the store");
          }
          leaves.add(leaf(row.getString("kind"), row.getBytes("commitment")));
        });
    return leaves;
  }

  /// Where an entry stands: its place, empty while it has none; or nothing where it does not exist.
  Optional<Optional<Long>> place(UUID id) {
    return jdbc.sql("select seq from ledger.entry where id = ?")
        .param(id)
        .query((row, _) -> Optional.ofNullable((Long) row.getObject("seq")))
        .optional();
  }

  /// The key of this store's log; sets it where there is none yet.
  String logKey(String ours) {
    jdbc.sql("insert into ledger.log (key) values (?) on conflict do nothing").param(ours).update();
    return logKey().orElseThrow();
  }

  Optional<String> logKey() {
    return jdbc.sql("select key from ledger.log").query(String.class).optional();
  }

  /// Keeps a head, unless there is one of that size, and gives back what is kept for it.
  SignedNote keep(Checkpoint checkpoint, SignedNote note) {
    jdbc.sql("insert into ledger.head (size, root, note) values (?, ?, ?) on conflict do nothing")
        .params(checkpoint.size(), checkpoint.root().bytes(), note.toString())
        .update();
    return head(checkpoint.size()).orElseThrow();
  }

  /// The newest head, with its cosignatures.
  Optional<SignedNote> newestHead() {
    return jdbc.sql("select max(size) from ledger.head")
        .query((row, _) -> Optional.ofNullable((Long) row.getObject(1)))
        .single()
        .flatMap(this::head);
  }

  /// The head of that size, with its cosignatures.
  Optional<SignedNote> head(long size) {
    return jdbc.sql("select note from ledger.head where size = ?")
        .param(size)
        .query(String.class)
        .optional()
        .map(note -> cosigned(size, note));
  }

  private SignedNote cosigned(long size, String text) {
    try {
      SignedNote note = SignedNote.parse(text);
      List<String> lines =
          jdbc.sql("select line from ledger.cosignature where size = ? order by witness")
              .param(size)
              .query((row, _) -> requireNonNull(row.getString("line")))
              .list();
      for (String line : lines) {
        note = note.with(NoteSignature.parse(line));
      }
      return note;
    } catch (BadNoteException e) {
      throw new IllegalStateException("the store holds a broken head of size " + size, e);
    }
  }

  /// Whether the store has that head.
  boolean holds(Checkpoint checkpoint) {
    return jdbc.sql("select root from ledger.head where size = ?")
        .param(checkpoint.size())
        .query(byte[].class)
        .optional()
        .map(Hash::of)
        .filter(checkpoint.root()::equals)
        .isPresent();
  }

  /// Keeps a witness's signature under a head that the store holds.
  void keep(long size, VerifierKey witness, NoteSignature line) {
    jdbc.sql(
            "insert into ledger.cosignature (size, witness, line) values (?, ?, ?) on conflict do nothing")
        .params(size, witness.toString(), line.toString())
        .update();
  }
}
