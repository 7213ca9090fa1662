package eu.trama.city.algorithms.council;

import eu.trama.city.algorithms.council.Session.Item;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The council's tables.
@Component
class CouncilTables {

  private final JdbcClient jdbc;
  private final Clock clock;

  CouncilTables(DataSource source, Clock clock) {
    this.jdbc = JdbcClient.create(source);
    this.clock = clock;
  }

  List<Seat> seats() {
    return jdbc.sql("select * from algorithms.council_member where until is null order by id")
        .query((row, n) ->
            new Seat(
                row.getLong("id"),
                row.getString("person"),
                row.getString("capacity"),
                row.getObject("admitted_at", OffsetDateTime.class) != null))
        .list();
  }

  void apply(String person, String capacity) {
    jdbc.sql(
            """
            insert into algorithms.council_member (person, capacity, since) values (?, ?, ?)
            on conflict do nothing
            """)
        .params(person, capacity, now())
        .update();
  }

  boolean admit(long seat) {
    return jdbc.sql(
                "update algorithms.council_member set admitted_at = ? where id = ? and until is null")
            .params(now(), seat)
            .update()
        == 1;
  }

  boolean end(long seat) {
    return jdbc.sql("update algorithms.council_member set until = ? where id = ? and until is null")
            .params(now(), seat)
            .update()
        == 1;
  }

  long open(LocalDate held, String place, String by) {
    return jdbc.sql(
            """
            insert into algorithms.council_session (held_on, place, opened_by) values (?, ?, ?)
            returning id
            """)
        .params(held, place, by)
        .query(Long.class)
        .single();
  }

  void add(long session, String system, String version, String question) {
    jdbc.sql("insert into algorithms.council_item values (?, ?, ?, ?) on conflict do nothing")
        .params(session, system, version, question)
        .update();
  }

  void vote(long session, String system, String person, Vote vote) {
    jdbc.sql(
            """
            insert into algorithms.council_vote values (?, ?, ?, ?, ?)
            on conflict (session, system, person) do update set vote = excluded.vote, cast_at = excluded.cast_at
            """)
        .params(session, system, person, vote.key(), now())
        .update();
  }

  void close(long session, String minutes, int seats) {
    jdbc.sql(
            """
            update algorithms.council_session set minutes = ?, closed_at = ?, members = ?
            where id = ? and closed_at is null
            """)
        .params(minutes, now(), seats, session)
        .update();
  }

  /// Locks a session for a change; false where there is none.
  boolean lock(long session) {
    return jdbc.sql("select id from algorithms.council_session where id = ? for update")
        .param(session)
        .query(Long.class)
        .optional()
        .isPresent();
  }

  List<Session> sessions() {
    return jdbc.sql(
            "select * from algorithms.council_session order by held_on desc, id desc limit 200")
        .query((row, n) -> session(row))
        .list();
  }

  Optional<Session> session(long id) {
    return jdbc.sql("select * from algorithms.council_session where id = ?")
        .param(id)
        .query((row, n) -> session(row))
        .optional();
  }

  /// The last closed session in which a system was on the agenda.
  Optional<Session> lastOf(String system) {
    return jdbc.sql(
            """
            select s.* from algorithms.council_session s join algorithms.council_item i on i.session = s.id
            where i.system = ? and s.closed_at is not null order by s.closed_at desc limit 1
            """)
        .param(system)
        .query((row, n) -> session(row))
        .optional();
  }

  private Session session(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    Optional<Instant> closed =
        Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant);
    int seats =
        closed.isPresent()
            ? row.getInt("members")
            : (int) seats().stream().filter(Seat::admitted).count();
    return new Session(
        id,
        row.getObject("held_on", LocalDate.class),
        row.getString("place"),
        row.getString("minutes"),
        closed,
        seats,
        items(id));
  }

  private List<Item> items(long session) {
    Map<String, Map<String, Vote>> votes = new LinkedHashMap<>();
    jdbc.sql("select * from algorithms.council_vote where session = ? order by cast_at")
        .param(session)
        .query((ResultSet row) -> {
          votes
              .computeIfAbsent(row.getString("system"), s -> new LinkedHashMap<>())
              .put(row.getString("person"), Vote.ofKey(row.getString("vote")).orElseThrow());
        });
    return jdbc.sql("select * from algorithms.council_item where session = ? order by system")
        .param(session)
        .query((row, n) ->
            new Item(
                row.getString("system"),
                row.getString("version"),
                row.getString("question"),
                votes.getOrDefault(row.getString("system"), Map.of())))
        .list();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
