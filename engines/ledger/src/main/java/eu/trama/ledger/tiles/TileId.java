package eu.trama.ledger.tiles;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names one file of the tree (C2SP tlog-tiles): a tile of hashes, or a bundle of entries.
///
/// @param level of the tile, 0 for leaves; [#ENTRIES] for a bundle
/// @param index of the tile in its level
/// @param width how many hashes or entries it has, 1 to 256; a full one has 256
public record TileId(int level, long index, int width) {

  public static final int FULL = 256;

  /// What stands for the level of a bundle.
  public static final int ENTRIES = -1;

  /// Bits that one level of tiles spans.
  public static final int LEVEL_BITS = 8;

  private static final int DEEPEST = 63;
  private static final long GROUP = 1_000;

  /// Six groups of three digits hold more entries than anybody will see.
  private static final Pattern PATH =
      Pattern.compile(
          "tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  public TileId {
    if (level < ENTRIES || level > DEEPEST || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException(
          "no tile of level %d, index %d, width %d".formatted(level, index, width));
    }
  }

  /// The tile that holds hash `position` of its level, in a tree whose level has `count` hashes.
  public static TileId holding(int level, long position, long count) {
    long index = position / FULL;
    return new TileId(level, index, (int) Math.min(FULL, count - index * FULL));
  }

  /// Reads a path such as `tile/0/x001/234.p/17`; empty where it is none.
  public static Optional<TileId> parse(String path) {
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
    long index = Long.parseLong(parts.group(2).replaceAll("[x/]", ""));
    int width = parts.group(3) == null ? FULL : Integer.parseInt(parts.group(3));
    boolean real = level <= DEEPEST && (parts.group(3) == null || width < FULL);
    return real
        ? Optional.of(new TileId(level, index, width)).filter(id -> id.path().equals(path))
        : Optional.empty();
  }

  public boolean full() {
    return width == FULL;
  }

  public boolean entries() {
    return level == ENTRIES;
  }

  /// The full tile that this one is, or will grow into.
  public TileId grown() {
    return new TileId(level, index, FULL);
  }

  /// Where it lies below the log's folder or address.
  public String path() {
    String path = place();
    return full() ? path : path + ".p/" + width;
  }

  /// The folder with the narrower forms of this tile.
  public String partials() {
    return place() + ".p";
  }

  private String place() {
    var groups = new StringBuilder(String.format(Locale.ROOT, "%03d", index % GROUP));
    for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
      groups.insert(0, String.format(Locale.ROOT, "x%03d/", rest % GROUP));
    }
    return "tile/" + (entries() ? "entries" : Integer.toString(level)) + "/" + groups;
  }

  @Override
  public String toString() {
    return path();
  }
}
