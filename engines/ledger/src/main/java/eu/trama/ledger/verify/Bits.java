package eu.trama.ledger.verify;

import java.util.Optional;
import java.util.function.Predicate;

/// Looks for the one bit whose turning makes bytes right again.
final class Bits {

  private Bits() {}

  /// A bit of some bytes.
  ///
  /// @param bit 0 for the lowest of its byte
  record Place(int offset, int bit) {

    byte[] turned(byte[] bytes) {
      byte[] other = bytes.clone();
      turn(other);
      return other;
    }

    private void turn(byte[] bytes) {
      bytes[offset] = (byte) (bytes[offset] ^ (1 << bit));
    }
  }

  /// The first bit from `from` to `to` that, turned, makes `right` hold. `right` is shown the same
  /// array each time.
  static Optional<Place> turned(byte[] bytes, int from, int to, Predicate<byte[]> right) {
    byte[] trial = bytes.clone();
    for (int offset = from; offset < Math.min(to, trial.length); offset++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        var place = new Place(offset, bit);
        place.turn(trial);
        if (right.test(trial)) {
          return Optional.of(place);
        }
        place.turn(trial);
      }
    }
    return Optional.empty();
  }

  /// Where `found` first differs from `right`, within the shorter of both. Its bit is that bit if
  /// it is the only one that differs in that byte, else -1.
  static Optional<Place> difference(byte[] found, byte[] right) {
    int at = java.util.Arrays.mismatch(found, right);
    if (at < 0 || at >= Math.min(found.length, right.length)) {
      return Optional.empty();
    }
    int wrong = Byte.toUnsignedInt((byte) (found[at] ^ right[at]));
    int bit = Integer.bitCount(wrong) == 1 ? Integer.numberOfTrailingZeros(wrong) : -1;
    return Optional.of(new Place(at, bit));
  }
}
