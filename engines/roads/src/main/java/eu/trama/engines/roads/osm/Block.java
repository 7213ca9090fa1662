package eu.trama.engines.roads.osm;

import eu.trama.engines.roads.osm.Elements.Kind;
import org.jspecify.annotations.Nullable;

/// Decodes one block of elements. Field numbers are those of `osmformat.proto`.
final class Block {
  private static final int PLAIN_NODE = 1 << 3 | Wire.BYTES;
  private static final int DENSE_NODES = 2 << 3 | Wire.BYTES;
  private static final int WAY = 3 << 3 | Wire.BYTES;
  private static final int RELATION = 4 << 3 | Wire.BYTES;

  private final Texts texts = new Texts();
  private final Grid grid = new Grid();
  private final Wire group = new Wire();
  private final Wire element = new Wire();
  private final NodeDecoder nodes;
  private final WayDecoder ways;
  private final RelationDecoder relations;

  Block(ReadLimits limits) {
    nodes = new NodeDecoder(limits, texts, grid);
    ways = new WayDecoder(limits, texts);
    relations = new RelationDecoder(limits, texts);
  }

  /// Decodes the block and tells what is wanted; returns the kinds it saw, as bits of their
  /// ordinals.
  ///
  /// @param place where the block stands, for findings
  int read(Wire block, String place, Elements elements) throws PbfException {
    texts.clear();
    grid.reset();
    byte[] bytes = block.bytes();
    int start = block.at();
    int length = block.left();
    // The scale of coordinates stands after the elements that it applies to.
    while (block.more()) {
      int field = block.field();
      switch (field) {
        case 1 << 3 | Wire.BYTES -> {
          group.within(block);
          texts.read(bytes, group);
        }
        case 17 << 3 -> grid.granularity(block.varint());
        case 19 << 3 -> grid.latitudeOffset = block.varint();
        case 20 << 3 -> grid.longitudeOffset = block.varint();
        default -> block.skip(field & 7);
      }
    }
    int kinds = 0;
    block.over(bytes, start, length);
    while (block.more()) {
      int field = block.field();
      if (field == (2 << 3 | Wire.BYTES)) {
        group.within(block);
        kinds |= readGroup(place, elements);
      } else {
        block.skip(field & 7);
      }
    }
    return kinds;
  }

  private int readGroup(String place, Elements elements) throws PbfException {
    int kinds = 0;
    while (group.more()) {
      int field = group.field();
      Kind kind = kind(field);
      if (kind == null) {
        group.skip(field & 7);
        continue;
      }
      kinds |= 1 << kind.number();
      if (!elements.wants(kind)) {
        group.skip(Wire.BYTES);
        continue;
      }
      element.within(group);
      switch (field) {
        case PLAIN_NODE -> nodes.plain(element, place, elements);
        case DENSE_NODES -> nodes.dense(element, place, elements);
        case WAY -> ways.read(element, elements);
        default -> relations.read(element, elements);
      }
    }
    return kinds;
  }

  private static @Nullable Kind kind(int field) {
    return switch (field) {
      case PLAIN_NODE, DENSE_NODES -> Kind.NODE;
      case WAY -> Kind.WAY;
      case RELATION -> Kind.RELATION;
      default -> null;
    };
  }

  /// Turns the block's numbers into coordinates.
  static final class Grid {
    private static final long LARGEST = 1L << 40;

    private long granularity = 100;
    private long latitudeOffset;
    private long longitudeOffset;

    private void reset() {
      granularity = 100;
      latitudeOffset = 0;
      longitudeOffset = 0;
    }

    private void granularity(long value) throws PbfException {
      if (value <= 0 || value > 1_000_000_000) {
        throw PbfException.damaged("granularity " + value);
      }
      granularity = value;
    }

    /// Units of 1e-7 degrees, or [Integer#MIN_VALUE] where it is not on the globe.
    int latitude(long value) {
      return units(value, latitudeOffset, 900_000_000);
    }

    int longitude(long value) {
      return units(value, longitudeOffset, 1_800_000_000);
    }

    private int units(long value, long offset, int most) {
      if (Math.abs(offset) > LARGEST || Math.abs(value) > LARGEST) {
        return Integer.MIN_VALUE;
      }
      long nanodegrees;
      try {
        nanodegrees = Math.addExact(offset, Math.multiplyExact(value, granularity));
      } catch (ArithmeticException tooLarge) {
        return Integer.MIN_VALUE;
      }
      long units = Math.floorDiv(nanodegrees + 50, 100L);
      return Math.abs(units) > most ? Integer.MIN_VALUE : (int) units;
    }
  }
}
