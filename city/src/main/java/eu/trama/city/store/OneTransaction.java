package eu.trama.city.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// A connection in a transaction of its owner's, lent to somebody who wants to commit: for them it
/// looks committed, and its owner decides. PostgreSQL creates and drops tables within a
/// transaction, too, so that migrations can run here.
final class OneTransaction extends AbstractDataSource {

  private final Connection connection;

  /// @param connection with a transaction open
  OneTransaction(Connection connection) {
    this.connection = connection;
  }

  @Override
  public Connection getConnection() {
    var autoCommit = new AtomicBoolean(true);
    return (Connection)
        Proxy.newProxyInstance(
            OneTransaction.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "commit", "close" -> {
                  return null;
                }
                case "setAutoCommit" -> {
                  autoCommit.set((Boolean) arguments[0]);
                  return null;
                }
                case "getAutoCommit" -> {
                  return autoCommit.get();
                }
                default -> {
                  try {
                    return method.invoke(connection, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                }
              }
            });
  }

  @Override
  public Connection getConnection(String user, String password)
      throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("the transaction has its user");
  }
}
