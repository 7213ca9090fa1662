package eu.trama.city.cli;

import eu.trama.city.store.BackupRefusedException;
import eu.trama.city.store.StoreUnavailableException;
import org.springframework.boot.web.server.PortInUseException;

/// What a failure means to the person at the shell.
final class Fault {

  /// System property that asks for stack traces.
  static final String DEBUG = "trama.debug";

  private Fault() {}

  /// Whether somebody wants to see where an error comes from.
  static boolean debugging() {
    return Boolean.getBoolean(DEBUG) || System.getenv("TRAMA_DEBUG") != null;
  }

  /// The message that says most: one written for operators where there is one, else the first
  /// cause's.
  static String plain(Throwable failure) {
    Throwable first = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StoreUnavailableException || cause instanceof BackupRefusedException) {
        return String.valueOf(cause.getMessage());
      }
      if (cause instanceof PortInUseException taken) {
        return "port %d is taken: end the program that uses it, or set TRAMA_PORT to another."
            .formatted(taken.getPort());
      }
      first = cause;
    }
    String message = first.getMessage();
    return message == null || message.isBlank()
        ? first.getClass().getSimpleName() + " (run it again with --debug to see where)"
        : message;
  }
}
