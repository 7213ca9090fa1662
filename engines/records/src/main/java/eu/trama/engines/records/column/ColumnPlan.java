package eu.trama.engines.records.column;

import eu.trama.engines.records.copybook.Field;

/// Where a column's values lie.
///
/// @param number index in the plan
/// @param table number of the table whose rows have one value each
/// @param section of the row
/// @param offset in the section
/// @param length bytes of a value
/// @param name path of the field; of bytes that no field describes, `…+` and their offset
/// @param field the field; the group around it for bytes that no field describes
/// @param kind how values are held
public record ColumnPlan(
    int number,
    int table,
    int section,
    int offset,
    int length,
    String name,
    Field field,
    Kind kind) {
  /// How values are held.
  public enum Kind {
    /// Text of a code page of one byte, in inner codes.
    TEXT,
    /// Unscaled value in a long, for up to 18 digits.
    LONG,
    /// Unscaled value in 128 bits, for more.
    WIDE,
    /// Floating point.
    REAL,
    /// Bytes as they are: FILLER, slack, double-byte text, indexes and pointers.
    BYTES
  }

  /// Whether it is a field that has a name of its own.
  public boolean named() {
    return field.elementary() && !field.item().filler();
  }
}
