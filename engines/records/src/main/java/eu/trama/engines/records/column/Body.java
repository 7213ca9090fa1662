package eu.trama.engines.records.column;

import java.util.List;

/// What has to be done to find the places of one row's fields, in order. Fields themselves need
/// nothing: they lie at fixed offsets from the begin of their section.
///
/// A *section* is a stretch of a row in which offsets are fixed; a new one begins behind each table
/// of variable length.
///
/// @param table number of the table whose rows have this shape
/// @param steps tables and choices, in order of their place
/// @param sections how many there are
/// @param length bytes of the last section; of the whole row where there is one section
record Body(int table, List<Step> steps, int sections, int length) {
  sealed interface Step {}

  /// A table in each row.
  ///
  /// @param rows shape of an occurrence
  /// @param section where it begins
  /// @param offset in that section
  /// @param least fewest occurrences
  /// @param most most occurrences
  /// @param stride bytes of an occurrence of fixed length, or -1
  /// @param count what tells the number of occurrences; absent for a fixed one
  /// @param slides whether a new section begins behind it
  record Repeat(
      Body rows,
      int section,
      int offset,
      int least,
      int most,
      int stride,
      Count count,
      boolean slides)
      implements Step {}

  /// Several descriptions of the same bytes; each row has one of them.
  ///
  /// @param options one shape each; the first holds where no value matches
  /// @param tests what the others ask for, one fewer than there are options
  /// @param section where the bytes begin
  /// @param offset in that section
  record Choose(List<Body> options, List<Test> tests, int section, int offset) implements Step {}

  /// Whether a field has one of some values.
  ///
  /// @param place where it is
  /// @param values as bytes
  record Test(Place place, List<byte[]> values) {}

  /// A place in the current row of a table.
  record Place(int table, int section, int offset) {}

  /// The number of occurrences.
  ///
  /// @param place where the count is
  /// @param number how it is read
  /// @param later whether it lies behind the table, so that it must be solved for
  record Count(Place place, CountReader number, boolean later) {
    static final Count FIXED = new Count(new Place(-1, 0, 0), CountReader.NONE, false);

    boolean fixed() {
      return place.table < 0;
    }
  }

  /// Whether every row has the same length and nothing inside to be found.
  boolean plain() {
    return steps.isEmpty();
  }
}
