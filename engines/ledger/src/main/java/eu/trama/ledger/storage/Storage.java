package eu.trama.ledger.storage;

import eu.trama.ledger.tiles.TileSource;
import java.io.IOException;
import java.util.List;

/// A folder, as far as the log needs one. Paths are relative and use `/`.
///
/// What is written is sure to outlive a power cut only after [#force]; that a file has its name
/// only after [#forceFolder]. Until then either may be lost, whole or in part, each for itself.
public interface Storage extends TileSource {

  /// Writes a file, in place of what has that name; makes folders as needed.
  void write(String path, byte[] bytes) throws IOException;

  /// Adds to the end of a file that exists.
  void append(String path, byte[] bytes) throws IOException;

  void force(String path) throws IOException;

  /// Forces the names in a folder; `""` is the log's own.
  void forceFolder(String path) throws IOException;

  /// Gives a file its name, in one step, in place of what had it.
  void rename(String from, String to) throws IOException;

  /// Removes a file or an empty folder; nothing happens where there is none.
  void delete(String path) throws IOException;

  /// Names in a folder, sorted; none where there is no such folder.
  List<String> list(String folder) throws IOException;
}
