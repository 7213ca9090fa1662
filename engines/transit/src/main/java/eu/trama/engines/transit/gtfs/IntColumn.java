package eu.trama.engines.transit.gtfs;

import java.util.ArrayList;
import java.util.List;

/// A column of numbers that grows page by page, so that growing never copies or doubles it.
final class IntColumn {
  private static final int PAGE_BITS = 16;
  private static final int PAGE = 1 << PAGE_BITS;

  private final List<int[]> pages = new ArrayList<>();
  private int size;

  void add(int value) {
    if ((size & (PAGE - 1)) == 0) {
      pages.add(new int[PAGE]);
    }
    pages.get(size >>> PAGE_BITS)[size & (PAGE - 1)] = value;
    size++;
  }

  int get(int index) {
    return pages.get(index >>> PAGE_BITS)[index & (PAGE - 1)];
  }

  int size() {
    return size;
  }
}
