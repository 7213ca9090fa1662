package eu.trama.engines.records.copybook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A data description while it is being read; absent clauses are null.
final class Entry {
  final int level;
  final String name;
  final Place place;
  @Nullable Picture picture;
  @Nullable Usage usage;
  @Nullable Sign sign;
  boolean aligned;
  boolean justified;
  boolean blankWhenZero;
  @Nullable Occurs occurs;
  @Nullable String redefines;
  @Nullable String value;
  final List<Condition> conditions = new ArrayList<>();
  final List<Entry> children = new ArrayList<>();

  Entry(int level, String name, Place place) {
    this.level = level;
    this.name = name;
    this.place = place;
  }

  boolean elementary() {
    return children.isEmpty();
  }

  /// The finished item. A group hands usage, sign and alignment down to what it holds.
  Item item(@Nullable Usage groupUsage, @Nullable Sign groupSign, boolean groupAligned) {
    Usage own = usage != null ? usage : groupUsage;
    Sign ownSign = sign != null ? sign : groupSign;
    boolean ownAligned = aligned || groupAligned;
    List<Item> items = new ArrayList<>();
    for (Entry child : children) {
      items.add(child.item(own, ownSign, ownAligned));
    }
    return new Item(
        level,
        name,
        place,
        items,
        Optional.ofNullable(picture),
        elementary() ? elementaryUsage(own) : Usage.GROUP,
        ownSign != null ? ownSign : Sign.TRAILING,
        ownAligned && elementary(),
        justified,
        blankWhenZero,
        Optional.ofNullable(occurs),
        Optional.ofNullable(redefines),
        Optional.ofNullable(value),
        conditions);
  }

  /// A picture of N or G says national or double-byte by itself; a usage handed down by a group
  /// holds for the numbers in it, and leaves text as text.
  private Usage elementaryUsage(@Nullable Usage own) {
    if (picture != null) {
      switch (picture.category()) {
        case NATIONAL, NATIONAL_EDITED -> {
          return Usage.NATIONAL;
        }
        case DBCS -> {
          return Usage.DBCS;
        }
        case ALPHABETIC, ALPHANUMERIC, ALPHANUMERIC_EDITED, NUMERIC_EDITED, FLOATING -> {
          return own == Usage.NATIONAL ? own : Usage.DISPLAY;
        }
        case NUMERIC -> {}
      }
    }
    return own != null ? own : Usage.DISPLAY;
  }
}
