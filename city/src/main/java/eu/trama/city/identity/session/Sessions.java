package eu.trama.city.identity.session;

import eu.trama.city.identity.Person;
import eu.trama.city.identity.access.OidcSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Sessions in the store, so that every server on it knows them and ending one holds for all.
///
/// Only sessions of the identity provider that is in force count: a made-up person's session means
/// nothing on a server for which `TRAMA_OIDC_ISSUER` has been set since.
@Service
public class Sessions {

  /// Between two notes of when a session was last used; less where it may be idle for less than ten
  /// times as long.
  private static final Duration NOTED = Duration.ofMinutes(1);

  private static final String SELECT =
      """
      select s.*, p.name, p.roles from identity.session s join identity.person p on p.id = s.person
      where s.begun_at > ? and s.seen_at > ? and p.issuer = ? and
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SessionSettings settings;
  private final String issuer;

  Sessions(DataSource source, Clock clock, SessionSettings settings, OidcSettings oidc) {
    this.jdbc = JdbcClient.create(source);
    this.clock = clock;
    this.settings = settings;
    this.issuer = oidc.issuerName();
  }

  /// What a new session is about.
  ///
  /// @param providerSession what the provider calls its own session, if it says so
  public record Beginning(
      Person person,
      String idToken,
      @Nullable String providerSession,
      String device,
      String origin) {}

  /// Begins a session and ends the person's oldest ones over the limit.
  ///
  /// @return the value of its cookie, which is kept nowhere
  public String begin(Beginning beginning) {
    String secret = Secrets.draw();
    jdbc.sql(
            """
            insert into identity.session
              (id, handle, person, form_token, provider_session, id_token, device, origin, begun_at, seen_at)
            values (?, ?, ?, ?, ?::text, ?, ?, ?, ?, ?)
            """)
        .param(Secrets.hash(secret))
        .param(Secrets.draw())
        .param(beginning.person().id())
        .param(Secrets.draw())
        .param(beginning.providerSession())
        .param(beginning.idToken())
        .param(beginning.device())
        .param(beginning.origin())
        .param(now())
        .param(now())
        .update();
    jdbc.sql(
            """
            delete from identity.session where id in
              (select id from identity.session where person = ? order by begun_at desc, id offset ?)
            """)
        .params(beginning.person().id(), settings.most())
        .update();
    return secret;
  }

  /// The session that a cookie's value names, and notes that it is used.
  public Optional<Session> use(String secret) {
    if (!Secrets.shaped(secret)) {
      return Optional.empty();
    }
    var found = select("s.id = ?", Secrets.hash(secret));
    found.stream().filter(this::noteDue).forEach(this::note);
    return found.stream().findFirst();
  }

  private boolean noteDue(Session session) {
    var tenth = settings.idle().dividedBy(10);
    var interval = tenth.compareTo(NOTED) < 0 ? tenth : NOTED;
    return session.seenAt().plus(interval).isBefore(clock.instant());
  }

  private void note(Session session) {
    jdbc.sql("update identity.session set seen_at = ? where id = ?")
        .params(now(), session.id())
        .update();
  }

  /// A person's sessions, the latest first.
  public List<Session> of(Person person) {
    return select("s.person = ? order by s.begun_at desc, s.id", person.id());
  }

  /// The sessions of everybody, the latest used first.
  List<Session> all(int limit) {
    return select("true order by s.seen_at desc, s.id limit ?", limit);
  }

  private List<Session> select(String condition, Object value) {
    Instant now = clock.instant();
    return jdbc.sql(SELECT + condition)
        .params(at(now.minus(settings.longest())), at(now.minus(settings.idle())), issuer, value)
        .query((row, n) -> read(row))
        .list();
  }

  public void end(Session session) {
    jdbc.sql("delete from identity.session where id = ?").param(session.id()).update();
  }

  /// Ends one of a person's own sessions.
  ///
  /// @return whether there was one
  public boolean end(Person person, String handle) {
    return jdbc.sql("delete from identity.session where person = ? and handle = ?")
            .params(person.id(), handle)
            .update()
        > 0;
  }

  /// Ends all sessions of a person.
  public int endAll(Person person) {
    return jdbc.sql("delete from identity.session where person = ?").param(person.id()).update();
  }

  /// Ends a session, whosoever it is.
  ///
  /// @return id of the person whose it was
  Optional<String> endAnybodys(String handle) {
    return jdbc.sql("delete from identity.session where handle = ? returning person")
        .param(handle)
        .query(String.class)
        .optional();
  }

  /// Ends what the provider has ended: its session of that name, or where it names none, all of
  /// that subject.
  ///
  /// @return ids of the people whose they were
  public List<String> endOfProvider(@Nullable String subject, @Nullable String providerSession) {
    return jdbc.sql(
            """
            delete from identity.session s using identity.person p
            where p.id = s.person and p.issuer = ?
              and (s.provider_session = ?::text or (?::text is null and p.subject = ?::text))
            returning s.person
            """)
        .param(issuer)
        .param(providerSession)
        .param(providerSession)
        .param(subject)
        .query((row, n) -> row.getString(1))
        .list();
  }

  /// Removes what has run out.
  public void clean() {
    Instant now = clock.instant();
    jdbc.sql("delete from identity.session where begun_at <= ? or seen_at <= ?")
        .params(at(now.minus(settings.longest())), at(now.minus(settings.idle())))
        .update();
  }

  private OffsetDateTime now() {
    return at(clock.instant());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Session read(ResultSet row) throws SQLException {
    return new Session(
        row.getString("id"),
        row.getString("handle"),
        People.read(row, "person"),
        row.getString("form_token"),
        row.getString("id_token"),
        row.getString("device"),
        row.getString("origin"),
        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
        row.getObject("seen_at", OffsetDateTime.class).toInstant());
  }
}
