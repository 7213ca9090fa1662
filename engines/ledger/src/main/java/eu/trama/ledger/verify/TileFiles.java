package eu.trama.ledger.verify;

import static eu.trama.ledger.tiles.TileId.FULL;

import eu.trama.ledger.merkle.Hash;
import eu.trama.ledger.storage.Storage;
import eu.trama.ledger.tiles.Bundle;
import eu.trama.ledger.tiles.TileId;
import eu.trama.ledger.tiles.TileSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Compares files of a log with what they should hold.
final class TileFiles {

  private final TileSource source;
  private final Consumer<Finding> findings;

  TileFiles(TileSource source, Consumer<Finding> findings) {
    this.source = source;
    this.findings = findings;
  }

  /// That tile or bundle, or as much of its full form.
  Optional<byte[]> read(TileId id) throws IOException {
    Optional<byte[]> exact = source.read(id.path());
    if (exact.isPresent() || id.full()) {
      return exact;
    }
    return source
        .read(id.grown().path())
        .map(full -> Arrays.copyOf(full, Math.min(full.length, length(id, full))));
  }

  private static int length(TileId id, byte[] content) {
    return id.entries() ? end(content, id.width()) : id.width() * Hash.BYTES;
  }

  private static int end(byte[] bundle, int width) {
    List<Bundle.Span> spans = Bundle.spans(bundle, width);
    return spans.isEmpty() ? 0 : spans.getLast().end();
  }

  /// Compares a tile of hashes, and the narrower forms of it that lie beside it.
  void compare(TileId id, byte[] right) throws IOException {
    Optional<byte[]> found = read(id);
    if (found.isEmpty()) {
      findings.accept(Finding.of("file_missing", id.path(), "this tile is missing"));
    } else {
      compare(id, found.get(), right);
    }
    for (TileId narrower : narrower(id)) {
      byte[] part = source.read(narrower.path()).orElse(new byte[0]);
      int length = Math.min(narrower.width() * Hash.BYTES, right.length);
      // A wider form than the head's tree has is not under any head yet.
      int seen = narrower.width() > id.width() ? Math.min(part.length, length) : part.length;
      compare(narrower, Arrays.copyOf(part, seen), Arrays.copyOf(right, length));
    }
  }

  private void compare(TileId id, byte[] found, byte[] right) {
    Optional<Bits.Place> place = Bits.difference(found, right);
    if (place.isPresent()) {
      int hash = place.get().offset() / Hash.BYTES;
      long entry = id.level() == 0 ? id.index() * FULL + hash : Finding.UNKNOWN;
      findings.accept(
          new Finding(
              "hash_altered",
              id.path(),
              place.get().offset(),
              place.get().bit(),
              entry,
              "hash %d of this tile is not that of what lies below it".formatted(hash)));
    } else if (found.length != right.length) {
      length(id, found, right.length);
    }
  }

  private void length(TileId id, byte[] found, int right) {
    findings.accept(
        new Finding(
            found.length < right ? "bytes_missing" : "bytes_added",
            id.path(),
            Math.min(found.length, right),
            Finding.UNKNOWN,
            Finding.UNKNOWN,
            "this file has %d bytes and should have %d".formatted(found.length, right)));
  }

  /// Compares a bundle whose entries are right, and the narrower forms of it beside it.
  void compareBundles(TileId id, byte[] right) throws IOException {
    int end = end(right, id.width());
    if (end < right.length) {
      length(id, right, end);
    }
    for (TileId narrower : narrower(id)) {
      byte[] part = source.read(narrower.path()).orElse(new byte[0]);
      int length = end(right, Math.min(narrower.width(), id.width()));
      int seen = narrower.width() > id.width() ? Math.min(part.length, length) : part.length;
      byte[] found = Arrays.copyOf(part, seen);
      byte[] wanted = Arrays.copyOf(right, length);
      Optional<Bits.Place> place = Bits.difference(found, wanted);
      if (place.isPresent()) {
        findings.accept(
            new Finding(
                "entry_altered",
                narrower.path(),
                place.get().offset(),
                place.get().bit(),
                entry(narrower, right, place.get().offset()),
                "this is not what the wider form of the bundle says"));
      } else if (found.length != wanted.length) {
        length(narrower, found, wanted.length);
      }
    }
  }

  private static long entry(TileId id, byte[] bundle, int offset) {
    List<Bundle.Span> spans = Bundle.spans(bundle, id.width());
    long before = spans.stream().filter(span -> span.end() <= offset).count();
    return id.index() * FULL + before;
  }

  private List<TileId> narrower(TileId id) throws IOException {
    if (!(source instanceof Storage storage)) {
      return List.of();
    }
    return storage.list(id.partials()).stream()
        .flatMap(width -> TileId.parse(id.partials() + "/" + width).stream())
        .filter(each -> each.width() != id.width())
        .toList();
  }
}
