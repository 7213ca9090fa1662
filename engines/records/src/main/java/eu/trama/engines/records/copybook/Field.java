package eu.trama.engines.records.copybook;

/// An item with its place in the record.
///
/// @param number index in the layout's list
/// @param parent number of the group that holds it; -1 for the record itself
/// @param depth groups above it
/// @param item its description
/// @param path names from the record's first level down, with dots between
/// @param offset bytes from the record's begin to the first occurrence, all tables before it at
///   their largest
/// @param length bytes of one occurrence, tables in it at their largest
/// @param span bytes of all occurrences, with the slack between them
/// @param count number of the field that a table depends on; -1 for none
/// @param last number of the last field below it; its own for an elementary one
public record Field(
    int number,
    int parent,
    int depth,
    Item item,
    String path,
    int offset,
    int length,
    int span,
    int count,
    int last) {
  /// Bytes from one occurrence to the next.
  public int stride() {
    return item.occurs().isEmpty() ? length : span / item.occurs().get().most();
  }

  public boolean elementary() {
    return !item.group();
  }

  public int most() {
    return item.occurs().map(Occurs::most).orElse(1);
  }

  public boolean table() {
    return item.occurs().isPresent();
  }
}
