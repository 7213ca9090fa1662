package eu.trama.city.identity.audit;

import eu.trama.city.identity.Needs;
import eu.trama.city.identity.Role;
import eu.trama.city.identity.session.SessionSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Who signed in and out, when, from where as far as it is kept, and how it came out. It is only
/// added to, which the store itself sees to, and forgotten after a time.
@Service
public class SignInLog {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SessionSettings settings;

  SignInLog(DataSource source, Clock clock, SessionSettings settings) {
    this.jdbc = JdbcClient.create(source);
    this.clock = clock;
    this.settings = settings;
  }

  /// @param id counts up
  /// @param person id of the person, empty where nobody is known
  /// @param name of the person today, empty where the person is unknown or forgotten
  /// @param origin a truncated address
  public record Entry(
      long id,
      Instant at,
      Outcome outcome,
      Optional<String> person,
      Optional<String> name,
      String origin) {}

  /// Adds an entry.
  ///
  /// @param person id of the person, null where nobody is known
  public void add(Outcome outcome, @Nullable String person, String origin) {
    jdbc.sql("insert into identity.sign_in (at, outcome, person, origin) values (?, ?, ?::text, ?)")
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .param(outcome.key())
        .param(person)
        .param(origin)
        .update();
  }

  /// Entries before one, the latest first.
  ///
  /// @param before id of an entry; `Long.MAX_VALUE` for the latest
  @Needs({Role.OPERATOR, Role.AUDITOR})
  public List<Entry> before(long before, int limit) {
    return jdbc.sql(
            """
            select l.*, p.name from identity.sign_in l left join identity.person p on p.id = l.person
            where l.id < ? order by l.id desc limit ?
            """)
        .params(before, limit)
        .query((row, n) ->
            new Entry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Outcome.ofKey(row.getString("outcome")),
                Optional.ofNullable(row.getString("person")),
                Optional.ofNullable(row.getString("name")),
                row.getString("origin")))
        .list();
  }

  /// Forgets what is older than the log is kept.
  public void clean() {
    jdbc.sql("delete from identity.sign_in where at < ?")
        .param(clock.instant().minus(settings.log()).atOffset(ZoneOffset.UTC))
        .update();
  }
}
