package eu.trama.city.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a running PostgreSQL writes about itself into `postmaster.pid`: its process, its port, and
/// whether it is ready.
///
/// The lines are those of PostgreSQL's `utils/pidfile.h`. A file that is being written may lack the
/// later ones: then the port is 0 or the status empty.
record PostmasterFile(long pid, int port, String status) {

  static final String NAME = "postmaster.pid";

  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  /// Reads the file of `data`, or nothing where there is none or not yet a line in it.
  static Optional<PostmasterFile> read(Path data) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(data.resolve(NAME));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    long pid = number(lines, PID_LINE);
    return pid <= 0
        ? Optional.empty()
        : Optional.of(
            new PostmasterFile(pid, (int) number(lines, PORT_LINE), line(lines, STATUS_LINE)));
  }

  boolean isReady() {
    return status.equals("ready") && port > 0;
  }

  private static long number(List<String> lines, int index) {
    String text = line(lines, index);
    return text.matches("-?\\d{1,10}") ? Long.parseLong(text) : 0;
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index).strip() : "";
  }
}
