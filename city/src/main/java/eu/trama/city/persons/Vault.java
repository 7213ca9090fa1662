package eu.trama.city.persons;

import com.google.crypto.tink.subtle.AesGcmJce;
import eu.trama.city.identity.Needs;
import eu.trama.city.identity.Role;
import eu.trama.city.ledger.CityLedger;
import eu.trama.city.ledger.Commitment;
import eu.trama.city.twin.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Seals what is known of a person under a key of that person's own.
///
/// ```java
/// byte[] sealed = vault.seal(person.id(), "decision", document); // in the transaction that keeps it
/// byte[] document = vault.open(person.id(), "decision", sealed);
/// vault.forget(person.id());                                     // and nobody opens it ever again
/// ```
///
/// AES-256-GCM (NIST SP 800-38D) by Tink, with a nonce drawn for each. A sealed text is bound to
/// its person and its purpose: moved to another row of another kind it does not open. A person's
/// key lies in the store, wrapped by the master key of [MasterKeys], which does not. It is drawn
/// when it is first needed.
@Service
public class Vault {

  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final MasterKeys masters;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final CityLedger ledger;
  private final TransactionTemplate transaction;

  Vault(
      DataSource source,
      MasterKeys masters,
      Clock clock,
      ApplicationEventPublisher events,
      CityLedger ledger,
      PlatformTransactionManager transactions) {
    this.jdbc = JdbcClient.create(source);
    this.masters = masters;
    this.clock = clock;
    this.events = events;
    this.ledger = ledger;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Seals, in the caller's transaction.
  ///
  /// @param purpose what it is, such as `decision`: the same word opens it
  public byte[] seal(String person, String purpose, byte[] plain) {
    Kept key = keyOf(person);
    byte[] text = encrypt(unwrap(key), plain, bound(person, purpose));
    return ByteBuffer.allocate(ID_BYTES + text.length)
        .putLong(key.id().getMostSignificantBits())
        .putLong(key.id().getLeastSignificantBits())
        .put(text)
        .array();
  }

  /// Opens what was sealed for that person and purpose.
  ///
  /// @throws KeyDestroyed where the person has been forgotten since
  /// @throws IllegalArgumentException where it was sealed for somebody or something else, or is
  ///   damaged
  public byte[] open(String person, String purpose, byte[] sealed) {
    if (sealed.length < ID_BYTES) {
      throw new IllegalArgumentException("too short to have been sealed");
    }
    var head = ByteBuffer.wrap(sealed);
    UUID id = new UUID(head.getLong(), head.getLong());
    Kept key =
        jdbc.sql("select id, person, wrapped, master from persons.key where id = ?")
            .param(id)
            .query(Kept::of)
            .optional()
            .orElseThrow(KeyDestroyed::new);
    byte[] text = Arrays.copyOfRange(sealed, ID_BYTES, sealed.length);
    return decrypt(unwrap(key), text, bound(person, purpose));
  }

  /// Destroys a person's key. Whatever was sealed with it stays where it is and means nothing from
  /// then on. The ledger gets an entry of it.
  ///
  /// @return empty where there was no key: nobody of that id is known here, or not any more
  @Needs(Role.OPERATOR)
  public Optional<Forgotten> forget(String person) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          int gone = jdbc.sql("delete from persons.key where person = ?").param(person).update();
          events.publishEvent(new PersonForgotten(person));
          return gone == 0 ? Optional.<Forgotten>empty() : Optional.of(entered(person));
        }));
  }

  private Forgotten entered(String person) {
    byte[] salt = Commitment.salt();
    String text = Json.write(Map.of("forgotten", person, "at", clock.instant().toString()));
    byte[] commitment = Commitment.of(salt, text.getBytes(StandardCharsets.UTF_8));
    return new Forgotten(
        ledger.append("person-forgotten", commitment), text, HexFormat.of().formatHex(salt));
  }

  /// Draws a new master key, wraps every person's key with it, and drops the old ones. Servers go
  /// on working meanwhile.
  ///
  /// @return how many keys were wrapped anew
  @Needs(Role.OPERATOR)
  public int rotate() {
    masters.drawNext();
    List<Kept> old =
        jdbc.sql("select id, person, wrapped, master from persons.key where master <> ?")
            .param(masters.current().id())
            .query(Kept::of)
            .list();
    transaction.executeWithoutResult(status -> old.forEach(this::wrapAnew));
    // A server that read the old file a moment ago may still have wrapped a key with it.
    long left =
        jdbc.sql("select count(*) from persons.key where master <> ?")
            .param(masters.current().id())
            .query(Long.class)
            .single();
    if (left == 0) {
      masters.dropOld();
    }
    return old.size();
  }

  private void wrapAnew(Kept key) {
    var master = masters.current();
    jdbc.sql("update persons.key set wrapped = ?, master = ? where id = ?")
        .params(wrap(master, key.id(), key.person(), unwrap(key)), master.id(), key.id())
        .update();
  }

  /// A person's key as it lies in the store.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Kept(UUID id, String person, byte[] wrapped, String master) {
    static Kept of(ResultSet row, int n) throws SQLException {
      return new Kept(
          row.getObject("id", UUID.class),
          row.getString("person"),
          row.getBytes("wrapped"),
          row.getString("master"));
    }
  }

  private Kept keyOf(String person) {
    return find(person)
        .orElseGet(() -> {
          UUID id = UUID.randomUUID();
          byte[] drawn = new byte[KEY_BYTES];
          RANDOM.nextBytes(drawn);
          var master = masters.current();
          jdbc.sql("insert into persons.key values (?, ?, ?, ?, ?) on conflict do nothing")
              .params(
                  id,
                  person,
                  wrap(master, id, person, drawn),
                  master.id(),
                  clock.instant().atOffset(ZoneOffset.UTC))
              .update();
          return find(person).orElseThrow(); // Another server may have been first.
        });
  }

  private Optional<Kept> find(String person) {
    return jdbc.sql("select id, person, wrapped, master from persons.key where person = ?")
        .param(person)
        .query(Kept::of)
        .optional();
  }

  private static byte[] wrap(MasterKeys.MasterKey master, UUID id, String person, byte[] key) {
    return encrypt(master.bytes(), key, bound(person, "key " + id));
  }

  private byte[] unwrap(Kept key) {
    return decrypt(
        masters.named(key.master()).bytes(), key.wrapped(), bound(key.person(), "key " + key.id()));
  }

  /// What a sealed text is bound to. Neither part holds a line end.
  private static byte[] bound(String person, String purpose) {
    if (person.indexOf('\n') >= 0 || purpose.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a person's id and a purpose are one line each");
    }
    return (purpose + "\n" + person).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] encrypt(byte[] key, byte[] plain, byte[] bound) {
    try {
      return new AesGcmJce(key).encrypt(plain, bound);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  private static byte[] decrypt(byte[] key, byte[] text, byte[] bound) {
    try {
      return new AesGcmJce(key).decrypt(text, bound);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("sealed for somebody or something else, or damaged", e);
    }
  }
}
