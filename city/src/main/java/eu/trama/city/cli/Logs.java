package eu.trama.city.cli;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/// The log of commands that run without the server, which would set it up.
public final class Logs {

  private Logs() {}

  /// The libraries report only what is wrong: standard output belongs to the command.
  public static void quiet() {
    LoggingSystem.get(Logs.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
  }
}
