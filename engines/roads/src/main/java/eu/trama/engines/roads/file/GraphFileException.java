package eu.trama.engines.roads.file;

import java.io.IOException;
import java.nio.file.Path;

/// A file is no graph, or one that was damaged or written by another version. Building it anew
/// mends it.
public final class GraphFileException extends IOException {
  private static final long serialVersionUID = 1;

  private final String code;

  GraphFileException(String code, Path file, String what) {
    super(file.getFileName() + ": " + what + "; build the graph anew");
    this.code = code;
  }

  /// `not_a_graph`, `other_version`, `cut_off` or `damaged`.
  public String code() {
    return code;
  }
}
