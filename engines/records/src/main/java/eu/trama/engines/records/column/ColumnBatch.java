package eu.trama.engines.records.column;

import eu.trama.engines.records.value.Raw;
import java.util.List;

/// Records of a batch as tables of columns. Reused from batch to batch: what is to outlive the next
/// one must be copied.
public final class ColumnBatch {
  final Plan plan;
  final Rows rows;
  final List<Column> columns;
  final List<Rejected> rejected = new java.util.ArrayList<>();
  final List<Ragged> ragged = new java.util.ArrayList<>();
  int[] records = new int[256];
  long[] positions = new long[256];

  /// A record that could not be taken apart, because a count in it is no number or out of bounds.
  ///
  /// @param record its index in the batch of records
  /// @param position in the file
  /// @param raw all its bytes
  public record Rejected(int record, long position, Raw raw) {}

  /// A record that is shorter or longer than its layout says.
  ///
  /// @param row of the table of records
  /// @param length bytes that it has
  /// @param rest bytes behind the layout's end; empty for a short one
  public record Ragged(int row, int length, Raw rest) {}

  ColumnBatch(Plan plan, Rows rows, List<Column> columns) {
    this.plan = plan;
    this.rows = rows;
    this.columns = columns;
  }

  public Plan plan() {
    return plan;
  }

  /// Columns in the order of the plan.
  public List<Column> columns() {
    return columns;
  }

  public Column column(ColumnPlan column) {
    return columns.get(column.number());
  }

  /// Rows of a table.
  public int rows(int table) {
    return rows.counts[table];
  }

  /// First row of a table that belongs to a row of its parent; the one behind its last is the first
  /// of the next.
  public int first(int table, int parentRow) {
    return rows.starts[table][parentRow];
  }

  /// Index in the batch of records of a row of the first table.
  public int record(int row) {
    return records[row];
  }

  /// Place in the file of the record of a row of the first table.
  public long position(int row) {
    return positions[row];
  }

  public List<Rejected> rejected() {
    return List.copyOf(rejected);
  }

  public List<Ragged> ragged() {
    return List.copyOf(ragged);
  }
}
