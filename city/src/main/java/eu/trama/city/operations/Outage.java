package eu.trama.city.operations;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/// Tells a store that cannot serve now from a fault of the program.
final class Outage {

  /// Classes of SQLSTATE (PostgreSQL, appendix A): connection exception, insufficient resources
  /// such as a full disk, operator intervention such as a shutdown, system error.
  private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

  /// Of class 57, what a query's own limit or a user's wish causes.
  private static final Set<String> NOT = Set.of("57014");

  /// The store has become a copy that may only be read, as after a failover.
  private static final String READ_ONLY = "25006";

  private Outage() {}

  /// What the store said, where an outage of it caused `failure`.
  static Optional<String> in(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (cause instanceof SQLException said && isOutage(said)) {
        return Optional.of(String.valueOf(said.getMessage()));
      }
    }
    return Optional.empty();
  }

  /// A rollback over a dead connection fails as well, and hides why it was wanted.
  private static @Nullable Throwable next(Throwable failure) {
    return failure instanceof TransactionSystemException failed
            && failed.getApplicationException() != null
        ? failed.getApplicationException()
        : failure.getCause();
  }

  private static boolean isOutage(SQLException said) {
    return switch (said) {
      case SQLTransientConnectionException _,
          SQLNonTransientConnectionException _,
          SQLRecoverableException _ ->
          true;
      default -> {
        String state = said.getSQLState();
        yield state != null
            && state.length() == 5
            && !NOT.contains(state)
            && (CLASSES.contains(state.substring(0, 2)) || state.equals(READ_ONLY));
      }
    };
  }
}
