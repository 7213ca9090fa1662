package eu.trama.city.twin;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/// The files that a twin's store keeps, for tests of what keeps one.
public final class Kept {

  private Kept() {}

  public static Blobs in(DataSource source) {
    return new Blobs(source, new DataSourceTransactionManager(source));
  }
}
