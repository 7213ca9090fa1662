package eu.trama.city.identity.session;

import eu.trama.city.identity.Person;
import eu.trama.city.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Everybody who has ever signed in.
@Service
public class People {

  private final JdbcClient jdbc;
  private final Clock clock;

  People(DataSource source, Clock clock) {
    this.jdbc = JdbcClient.create(source);
    this.clock = clock;
  }

  /// Takes in what the provider says of somebody who has just signed in. Roles that it no longer
  /// names are lost in every session of the person at once.
  ///
  /// @param roles at least one
  public Person welcome(String issuer, String subject, String name, Set<Role> roles) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return jdbc.sql(
            """
            insert into identity.person (id, issuer, subject, name, roles, first_seen, last_seen)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (issuer, subject) do update
              set name = excluded.name, roles = excluded.roles, last_seen = excluded.last_seen
            returning id, name, roles
            """)
        .params(
            Secrets.draw(),
            issuer,
            subject,
            name,
            roles.stream().sorted().map(Role::key).toArray(String[]::new),
            now,
            now)
        .query((row, n) -> read(row, "id"))
        .single();
  }

  static Person read(ResultSet row, String id) throws SQLException {
    var roles = EnumSet.noneOf(Role.class);
    Arrays.stream((String[]) row.getArray("roles").getArray())
        // A role of a newer version of the server, on the same store during an upgrade, counts for
        // nothing here.
        .flatMap(key -> Role.ofKey(key).stream())
        .forEach(roles::add);
    return new Person(row.getString(id), row.getString("name"), roles);
  }
}
