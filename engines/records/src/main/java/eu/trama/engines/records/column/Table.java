package eu.trama.engines.records.column;

/// A table of a plan: the records themselves, the occurrences of a table in them, or the rows of
/// one of several descriptions of the same bytes.
///
/// @param number index in the plan
/// @param parent number of the table whose rows hold these; -1 for the records
/// @param path of the group; empty for the records
/// @param kind what its rows are
/// @param sections of its rows
public record Table(int number, int parent, String path, Kind kind, int sections) {
  /// What rows are.
  public enum Kind {
    RECORDS,
    /// None to many for each row of the parent.
    OCCURRENCES,
    /// None or one for each row of the parent.
    SEGMENTS
  }
}
