package eu.trama.city.twin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Where a file's features wait until all files of an import are good. Staged work survives a
/// killed process, so an import that is started again reads only what it had not finished. Nothing
/// staged is part of the twin: [Editions#publish] makes it so.
@Service
public class Staging {

  /// What a staged file is known by: the same bytes read by the same importer give the same
  /// features.
  public record Key(
      String city, String source, String sha256, String importer, String importerVersion) {}

  /// A file that is staged and complete.
  ///
  /// @param description what its importer said of it, see [Filling#describe]
  public record Staged(long id, Key key, Properties description) {}

  /// Fills a staging with features; throws [BadInput] when the file cannot be taken.
  @FunctionalInterface
  public interface Filling {
    /// @return what to remember of the file: counts, dates, names
    Properties fill(Sink sink) throws IOException;
  }

  /// Takes features and files one after the other.
  public interface Sink {
    void add(Feature feature) throws IOException;
  }

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final TransactionTemplate transaction;
  private final TransactionTemplate aside;
  private final Clock clock;

  Staging(DataSource source, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = JdbcClient.create(source);
    this.template = new JdbcTemplate(source);
    this.transaction = new TransactionTemplate(transactions);
    this.aside = new TransactionTemplate(transactions);
    this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    this.clock = clock;
  }

  public Optional<Staged> find(Key key) {
    return jdbc.sql(
            """
            select id, description from twin.staging
            where city = ? and source = ? and sha256 = ? and importer = ? and importer_version = ? and complete
            """)
        .params(key.city(), key.source(), key.sha256(), key.importer(), key.importerVersion())
        .query((row, n) ->
            new Staged(
                row.getLong("id"), key, Json.properties(Json.read(row.getString("description")))))
        .optional();
  }

  /// Stages a file, or gives what an earlier import had staged of the same bytes.
  ///
  /// @throws BadInput when the file cannot be taken; nothing of it remains
  public Staged stage(Key key, Filling filling) {
    return find(key).orElseGet(() -> require(transaction.execute(status -> fill(key, filling))));
  }

  /// The features of a layer that a staged file holds.
  public List<Feature> features(Staged staged, String layer) {
    return jdbc.sql(
            """
            select * from twin.staged_feature where staging = ? and layer = ? order by id collate "C"
            """)
        .params(staged.id(), layer)
        .query((row, n) -> Sql.feature(row))
        .list();
  }

  /// Throws staged work away, since what it was checked against has changed.
  public void discard(Staged staged) {
    jdbc.sql("delete from twin.staging where id = ?").param(staged.id()).update();
  }

  /// Throws away what imports of a city left behind and nobody took up again.
  public void discardOlder(String city, Instant than) {
    jdbc.sql("delete from twin.staging where city = ? and started_at < ?")
        .params(city, Sql.at(than))
        .update();
  }

  private Staged fill(Key key, Filling filling) {
    Optional<Long> claimed =
        jdbc.sql(
                """
                insert into twin.staging (city, source, sha256, importer, importer_version, started_at)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing returning id
                """)
            .params(
                key.city(),
                key.source(),
                key.sha256(),
                key.importer(),
                key.importerVersion(),
                Sql.at(clock.instant()))
            .query(Long.class)
            .optional();
    if (claimed.isEmpty()) {
      // Another process staged the same file while this one waited for it.
      return find(key).orElseThrow();
    }
    long id = claimed.get();
    Properties description =
        require(template.execute((ConnectionCallback<Properties>) c -> copy(c, id, filling)));
    // Without it the planner takes the rows that were just copied for a handful, and publishing
    // them
    // compares every row with every other.
    jdbc.sql("analyze twin.staged_feature").update();
    refuseDuplicates(id, key);
    jdbc.sql("update twin.staging set complete = true, description = ?::jsonb where id = ?")
        .params(Json.write(description.values()), id)
        .update();
    return new Staged(id, key, description);
  }

  private Properties copy(Connection connection, long id, Filling filling)
      throws SQLException, DataAccessException {
    // The COPY holds this connection until its end; what the filling asks the store goes over
    // another.
    try (var copy = new CopyFeatures(connection, id)) {
      return require(aside.execute(status -> fill(filling, copy)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties fill(Filling filling, CopyFeatures copy) {
    try {
      return filling.fill(copy::write);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refuseDuplicates(long id, Key key) {
    List<Finding> duplicates =
        jdbc.sql(
                """
                select layer, id, count(*) as times from twin.staged_feature where staging = ?
                group by layer, id having count(*) > 1 order by layer, id limit 20
                """)
            .param(id)
            .query((row, n) ->
                Finding.error(
                    "id-duplicate",
                    key.source(),
                    0,
                    row.getString("layer") + " id",
                    row.getString("id"),
                    "It stands " + row.getInt("times") + " times; keep one."))
            .list();
    if (!duplicates.isEmpty()) {
      throw new BadInput(duplicates);
    }
  }

  private static <T> T require(@org.jspecify.annotations.Nullable T value) {
    return java.util.Objects.requireNonNull(value);
  }
}
