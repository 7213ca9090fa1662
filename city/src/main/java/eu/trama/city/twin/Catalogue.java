package eu.trama.city.twin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// What data the twin holds: every edition of every source, with publisher, licence, date, hash and
/// importer.
@Service
public class Catalogue {

  private final JdbcClient jdbc;

  Catalogue(DataSource source) {
    this.jdbc = JdbcClient.create(source);
  }

  /// All datasets of a city, the latest first.
  public List<Dataset> datasets(String city) {
    return jdbc.sql("select * from twin.dataset where city = ? order by id desc")
        .param(city)
        .query((row, n) -> read(row))
        .list();
  }

  public Dataset dataset(long id) {
    return jdbc.sql("select * from twin.dataset where id = ?")
        .param(id)
        .query((row, n) -> read(row))
        .single();
  }

  /// The edition of a source that is believed now.
  public Optional<Dataset> latest(String city, String source) {
    return jdbc.sql(
            "select * from twin.dataset where city = ? and source = ? order by id desc limit 1")
        .params(city, source)
        .query((row, n) -> read(row))
        .optional();
  }

  /// When the twin last learned something of a city.
  public Optional<Instant> lastLearned(String city) {
    return jdbc.sql(
            "select learned_at from twin.dataset where city = ? order by learned_at desc limit 1")
        .param(city)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /// An edition as far as time goes: from when on it holds, and when the twin learned it.
  record Turn(Instant validFrom, Instant learned) {}

  /// The turns of a city in the order in which it learned them. Nothing in a city begins or ends to
  /// be true, or to be believed, at any other time.
  List<Turn> turns(String city) {
    return jdbc.sql(
            "select valid_from, learned_at from twin.dataset where city = ? order by learned_at")
        .param(city)
        .query((row, n) -> new Turn(Sql.instant(row, "valid_from"), Sql.instant(row, "learned_at")))
        .list();
  }

  private static Dataset read(ResultSet row) throws SQLException {
    Map<String, Integer> findings = new TreeMap<>();
    Json.read(row.getString("findings"))
        .properties()
        .forEach(entry -> findings.put(entry.getKey(), entry.getValue().asInt()));
    return new Dataset(
        row.getLong("id"),
        row.getString("city"),
        row.getString("source"),
        new Provenance(
            row.getString("title"),
            row.getString("publisher"),
            row.getString("licence"),
            row.getString("url"),
            row.getString("published"),
            row.getString("note")),
        row.getString("file"),
        row.getLong("bytes"),
        row.getString("sha256"),
        row.getString("importer"),
        row.getString("importer_version"),
        Sql.instant(row, "valid_from"),
        Sql.instant(row, "learned_at"),
        row.getLong("features"),
        findings);
  }
}
