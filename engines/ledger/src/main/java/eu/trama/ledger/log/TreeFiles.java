package eu.trama.ledger.log;

import eu.trama.ledger.storage.Storage;
import eu.trama.ledger.tiles.TileId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Tiles and bundles on their way to the disk: all written beside their places, all forced, then
/// all given their names, then the folders forced. No reader sees half a file, and one round of
/// forcing serves them all.
final class TreeFiles {

  private static final String NEW = ".new";

  private final Storage storage;
  private final Map<TileId, byte[]> waiting = new LinkedHashMap<>();
  private long bytes;

  TreeFiles(Storage storage) {
    this.storage = storage;
  }

  void add(TileId id, byte[] content) {
    waiting.put(id, content);
    bytes += content.length;
  }

  /// Bytes that wait.
  long bytes() {
    return bytes;
  }

  /// Puts everything in its place, for good.
  void flush() throws IOException {
    var folders = new TreeSet<String>();
    for (var file : waiting.entrySet()) {
      String path = file.getKey().path();
      storage.write(path + NEW, file.getValue());
      for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
        folders.add(path.substring(0, slash));
      }
      folders.add("");
    }
    for (TileId id : waiting.keySet()) {
      storage.force(id.path() + NEW);
    }
    for (TileId id : waiting.keySet()) {
      storage.rename(id.path() + NEW, id.path());
    }
    // The innermost first: a folder is there for good when its parent names it.
    for (String folder : folders.descendingSet()) {
      storage.forceFolder(folder);
    }
    waiting.clear();
    bytes = 0;
  }

  /// Removes the narrower forms of tiles that are now full.
  static void prune(Storage storage, List<TileId> full) throws IOException {
    for (TileId id : full) {
      for (String width : new ArrayList<>(storage.list(id.partials()))) {
        storage.delete(id.partials() + "/" + width);
      }
      storage.delete(id.partials());
    }
  }
}
