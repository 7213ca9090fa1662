package eu.trama.city.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.stream.Collectors;

/// Turns what PostgreSQL or the file system said into what the operator can do about it.
final class ServerFault {

  private static final String OUTSIDE =
      " Or set TRAMA_DB_URL to a PostgreSQL server that already runs.";

  private ServerFault() {}

  static StoreUnavailableException explain(String what, String said, ServerUser user) {
    return new StoreUnavailableException(
        "The embedded PostgreSQL could not start: "
            + what
            + "."
            + advice(said, user)
            + lines(said));
  }

  static StoreUnavailableException explain(String what, IOException cause) {
    String said = String.valueOf(cause.getMessage());
    String reason =
        cause instanceof AccessDeniedException
            ? " This user may not write to "
                + said
                + ": choose another TRAMA_HOME or mend its owner."
            : full(said) ? " The disk is full: free some space." : " " + said + ".";
    return new StoreUnavailableException(what + "." + reason + OUTSIDE, cause);
  }

  private static String advice(String said, ServerUser user) {
    if (full(said)) {
      return " The disk is full: free some space." + OUTSIDE;
    }
    if (said.contains("ermission denied") && user.differs()) {
      return " As root the server runs as user id "
          + user.uid()
          + ", who cannot reach the folder: choose a TRAMA_HOME outside /root, or run as an ordinary user."
          + OUTSIDE;
    }
    if (said.contains("ermission denied")) {
      return " It may not use its folder: choose another TRAMA_HOME or mend its owner." + OUTSIDE;
    }
    if (said.contains("could not look up effective user ID")) {
      return " The user id "
          + user.uid()
          + " has no name here: add it to /etc/passwd (in a container, by useradd in its image)."
          + OUTSIDE;
    }
    if (portTaken(said)) {
      return " No free port was left on the loopback interface." + OUTSIDE;
    }
    return OUTSIDE;
  }

  static boolean portTaken(String said) {
    return said.contains("could not bind") || said.contains("could not create any TCP/IP sockets");
  }

  private static boolean full(String said) {
    return said.contains("No space left on device") || said.contains("quota exceeded");
  }

  /// The last lines, where the cause stands.
  private static String lines(String said) {
    var all = said.lines().filter(line -> !line.isBlank()).toList();
    return all.subList(Math.max(0, all.size() - 5), all.size()).stream()
        .map(line -> "\n  " + line)
        .collect(Collectors.joining());
  }
}
