package eu.trama.engines.records.copybook;

import java.util.List;
import java.util.Optional;

/// A data description: a group, or an elementary item.
///
/// @param level as written; 77 for an item on its own
/// @param name upper case; `FILLER` where it has none
/// @param place where it is described
/// @param children items of a group, in order
/// @param picture absent for groups and for usages that have none
/// @param usage inherited from groups where the item names none
/// @param sign of zoned numbers
/// @param aligned SYNCHRONIZED
/// @param justified JUSTIFIED RIGHT
/// @param blankWhenZero zero is printed as blanks
/// @param occurs present for a table
/// @param redefines name of the item whose storage this one describes again
/// @param value literal of VALUE, as {@link Condition.Range} holds it
/// @param conditions level 88
public record Item(
    int level,
    String name,
    Place place,
    List<Item> children,
    Optional<Picture> picture,
    Usage usage,
    Sign sign,
    boolean aligned,
    boolean justified,
    boolean blankWhenZero,
    Optional<Occurs> occurs,
    Optional<String> redefines,
    Optional<String> value,
    List<Condition> conditions) {
  public static final String FILLER = "FILLER";

  public Item {
    children = List.copyOf(children);
    conditions = List.copyOf(conditions);
  }

  public boolean group() {
    return usage == Usage.GROUP;
  }

  public boolean filler() {
    return name.equals(FILLER);
  }
}
