package eu.trama.city.twin.imports;

/// How much of anything an importer takes from one file before it says that something is wrong with
/// it. Far above every file of a city that we know, and low enough that a hostile file cannot fill
/// the memory.
///
/// @param bytes of the whole file
/// @param rows of a table
/// @param columns of a table
/// @param text characters of one field or string; a boundary within a table is one field
/// @param features of a file that are held together, such as facilities with their categories
/// @param positions of one feature's geometry
/// @param properties of one feature
/// @param depth of nested JSON
record Limits(
    long bytes,
    long rows,
    int columns,
    int text,
    int features,
    int positions,
    int properties,
    int depth) {

  static final Limits DEFAULT =
      new Limits(8L << 30, 50_000_000, 500, 16 << 20, 200_000, 2_000_000, 1_000, 64);
}
