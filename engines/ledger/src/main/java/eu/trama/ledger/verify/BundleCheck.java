package eu.trama.ledger.verify;

import static eu.trama.ledger.tiles.TileId.FULL;

import eu.trama.ledger.merkle.Hash;
import eu.trama.ledger.merkle.TreeHasher;
import eu.trama.ledger.tiles.Bundle;
import eu.trama.ledger.tiles.TileId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Finds which entry of a bundle does not have the hash that its tile says, once it is known that
/// the tile is right; and which bit of it.
final class BundleCheck {

  /// Beyond that length trying each bit would take seconds an entry.
  private static final int LONGEST_TRIED = 8_192;

  /// A bundle with more faults than this was not hit by turned bits.
  private static final int MOST_MENDED = 8;

  private static final int PREFIX = 2;

  private final TreeHasher hasher = new TreeHasher();
  private final Consumer<Finding> findings;

  BundleCheck(Consumer<Finding> findings) {
    this.findings = findings;
  }

  /// The leaves that the bundle's entries have; fewer than `width` where it ends early.
  byte[] leaves(byte[] bundle, int width) {
    List<Bundle.Span> spans = Bundle.spans(bundle, width);
    byte[] leaves = new byte[spans.size() * Hash.BYTES];
    for (int i = 0; i < spans.size(); i++) {
      leaf(bundle, spans.get(i)).copyTo(leaves, i * Hash.BYTES);
    }
    return leaves;
  }

  private Hash leaf(byte[] bundle, Bundle.Span span) {
    return hasher.leaf(bundle, span.offset(), span.length());
  }

  /// Says what is wrong with a bundle.
  ///
  /// @param tile the right leaves
  void explain(TileId id, byte[] bundle, byte[] tile) {
    byte[] mended = bundle;
    for (int times = 0; times < MOST_MENDED; times++) {
      int wrong = firstWrong(mended, tile, id.width());
      if (wrong == id.width()) {
        trailing(id, mended);
        return;
      }
      Optional<Bits.Place> place = turned(mended, tile, wrong);
      long entry = id.index() * FULL + wrong;
      if (place.isEmpty()) {
        findings.accept(
            new Finding(
                "entry_altered",
                id.path(),
                start(mended, wrong),
                Finding.UNKNOWN,
                entry,
                "this entry has not the hash that the tree holds for it"));
        return;
      }
      findings.accept(
          new Finding(
              "entry_altered",
              id.path(),
              place.get().offset(),
              place.get().bit(),
              entry,
              "with this bit turned back, the entry has the hash that the tree holds for it"));
      mended = place.get().turned(mended);
    }
  }

  private int firstWrong(byte[] bundle, byte[] tile, int width) {
    List<Bundle.Span> spans = Bundle.spans(bundle, width);
    for (int i = 0; i < spans.size(); i++) {
      if (!leaf(bundle, spans.get(i)).equals(Hash.at(tile, i * Hash.BYTES))) {
        return i;
      }
    }
    return spans.size();
  }

  /// Where the entry's length begins.
  private static int start(byte[] bundle, int entry) {
    return entry == 0 ? 0 : Bundle.spans(bundle, entry).getLast().end();
  }

  private Optional<Bits.Place> turned(byte[] bundle, byte[] tile, int entry) {
    int start = start(bundle, entry);
    Hash right = Hash.at(tile, entry * Hash.BYTES);
    List<Bundle.Span> spans = Bundle.spans(bundle, entry + 1);
    int end = spans.size() > entry ? spans.get(entry).end() : start + PREFIX;
    if (end - start > LONGEST_TRIED) {
      end = start + PREFIX;
    }
    return Bits.turned(
        bundle,
        start,
        end,
        trial -> {
          int length =
              (Byte.toUnsignedInt(trial[start]) << Byte.SIZE)
                  | (start + 1 < trial.length ? Byte.toUnsignedInt(trial[start + 1]) : 0);
          return start + PREFIX + length <= trial.length
              && hasher.leaf(trial, start + PREFIX, length).equals(right);
        });
  }

  private void trailing(TileId id, byte[] bundle) {
    int end = Bundle.spans(bundle, id.width()).getLast().end();
    if (end < bundle.length) {
      findings.accept(
          new Finding(
              "bytes_added",
              id.path(),
              end,
              Finding.UNKNOWN,
              Finding.UNKNOWN,
              "the file goes on behind its last entry"));
    }
  }
}
