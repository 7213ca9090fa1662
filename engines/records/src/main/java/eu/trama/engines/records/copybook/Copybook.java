package eu.trama.engines.records.copybook;

import java.util.List;

/// A copybook as read: its records in order, and what the compiler would have had to know.
///
/// @param name name of the source
/// @param records descriptions at level 01 and 77; a copybook that begins deeper is wrapped in a
///   record of its own name
/// @param renames level 66
/// @param dialect the options', with what the text itself declares
public record Copybook(String name, List<Item> records, List<Renames> renames, Dialect dialect) {
  /// Another name for the bytes from one item to another of the same record.
  ///
  /// @param record index in `records`
  /// @param name as declared
  /// @param from name of the first item, and after it the groups that qualify it
  /// @param to name of the last item
  public record Renames(int record, String name, List<String> from, List<String> to) {}

  public Copybook {
    records = List.copyOf(records);
    renames = List.copyOf(renames);
  }

  /// The record of that name.
  ///
  /// @throws IllegalArgumentException where there is none
  public Item record(String recordName) {
    return records.stream()
        .filter(record -> record.name().equalsIgnoreCase(recordName))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no record " + recordName + " in copybook " + name));
  }
}
