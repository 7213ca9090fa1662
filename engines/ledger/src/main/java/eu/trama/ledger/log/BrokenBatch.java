package eu.trama.ledger.log;

import eu.trama.ledger.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A batch of the journal that is not whole: torn by a crash, and then nothing in it was ever
/// acknowledged, or altered since.
///
/// @param offset where it begins
/// @param altered whether it cannot have been torn, since a whole batch follows
public record BrokenBatch(String path, int offset, boolean altered) {

  /// Those of a log's journal.
  public static List<BrokenBatch> in(Storage storage) throws IOException {
    var broken = new ArrayList<BrokenBatch>();
    for (String name : storage.list(Journal.FOLDER)) {
      String path = Journal.FOLDER + "/" + name;
      byte[] bytes = storage.read(path).orElse(new byte[0]);
      int at = 0;
      for (Optional<Frame> frame = Frame.read(bytes, 0);
          frame.isPresent();
          frame = Frame.read(bytes, at)) {
        at = frame.get().end();
      }
      if (at < bytes.length) {
        broken.add(new BrokenBatch(path, at, Frame.next(bytes, at).isPresent()));
      }
    }
    return broken;
  }
}
