package eu.trama.city.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Count and hash of every table, as PostgreSQL's own hash of whole rows sees them: a witness that
/// has nothing in common with backup and restore.
final class TableSums {

  private TableSums() {}

  static Map<String, String> of(DatabaseUrl url) {
    var sums = new TreeMap<String, String>();
    List<String> tables =
        jdbc(url)
            .sql(
                "select schemaname || '.' || tablename from pg_tables where schemaname not in"
                    + " ('pg_catalog', 'information_schema') and tablename <> 'schema_history'")
            .query((row, n) -> row.getString(1))
            .list();
    for (String table : tables) {
      String sql =
          "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 7)), 0) from "
              + table
              + " t";
      sums.put(table, jdbc(url).sql(sql).query(String.class).single());
    }
    return sums;
  }

  static JdbcClient jdbc(DatabaseUrl url) {
    var source = new DriverManagerDataSource(url.jdbc());
    source.setUsername(String.valueOf(url.user()));
    source.setPassword(String.valueOf(url.password()));
    return JdbcClient.create(source);
  }
}
