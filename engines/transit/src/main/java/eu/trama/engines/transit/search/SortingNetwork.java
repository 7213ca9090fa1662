package eu.trama.engines.transit.search;

import java.util.Arrays;

/// Comparators that sort any number of rows: Batcher's merge exchange (Knuth, *The Art of Computer
/// Programming*, volume 3, 5.2.2, algorithm M), without those that no wanted rank depends on.
final class SortingNetwork {
  private SortingNetwork() {}

  /// @param wanted ranks that must come out right, from 0
  /// @return pairs of rows; each pair is to be put in ascending order
  static int[] of(int rows, int... wanted) {
    int[] network = new int[64];
    int size = 0;
    int top = Integer.highestOneBit(Math.max(1, rows - 1));
    for (int p = top; p > 0; p /= 2) {
      int r = 0;
      int d = p;
      for (int q = top; ; q /= 2) {
        for (int i = 0; i < rows - d; i++) {
          if ((i & p) == r) {
            network = size == network.length ? Arrays.copyOf(network, size * 2) : network;
            network[size++] = i;
            network[size++] = i + d;
          }
        }
        if (q == p) {
          break;
        }
        d = q - p;
        r = p;
      }
    }
    return needed(Arrays.copyOf(network, size), rows, wanted);
  }

  private static int[] needed(int[] network, int rows, int[] wanted) {
    boolean[] live = new boolean[rows];
    for (int rank : wanted) {
      live[rank] = true;
    }
    int[] kept = new int[network.length];
    int at = kept.length;
    for (int c = network.length - 2; c >= 0; c -= 2) {
      if (live[network[c]] || live[network[c + 1]]) {
        live[network[c]] = true;
        live[network[c + 1]] = true;
        kept[--at] = network[c + 1];
        kept[--at] = network[c];
      }
    }
    return Arrays.copyOfRange(kept, at, kept.length);
  }
}
