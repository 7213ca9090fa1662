package eu.trama.engines.records.column;

import eu.trama.engines.records.value.FieldCodec;
import eu.trama.engines.records.value.FieldValue;
import eu.trama.engines.records.value.Status;

/// Values of one field for all rows of a batch. The arrays are reused from batch to batch.
public abstract sealed class Column
    permits TextColumn, LongColumn, WideColumn, RealColumn, BytesColumn {
  final ColumnPlan plan;
  final FieldCodec codec;
  final Exceptions exceptions = new Exceptions();
  int rows;

  Column(ColumnPlan plan, FieldCodec codec) {
    this.plan = plan;
    this.codec = codec;
  }

  public ColumnPlan plan() {
    return plan;
  }

  public int rows() {
    return rows;
  }

  /// Reads all rows from where they begin.
  final void decode(byte[] bytes, int[] places, int count) {
    exceptions.clear();
    rows = count;
    read(bytes, places, count);
  }

  /// Writes all rows to where they begin.
  final void encode(byte[] bytes, int[] places) {
    write(bytes, places, rows);
    exceptions.restore(codec, bytes, places, plan.offset());
  }

  abstract void read(byte[] bytes, int[] places, int count);

  abstract void write(byte[] bytes, int[] places, int count);

  /// What is to be said about a value; of what is not OK, {@link #value} has the bytes.
  public Status status(int row) {
    return exceptions.status(row);
  }

  /// How many values are not in order.
  public int exceptions() {
    return exceptions.count();
  }

  /// Row of an exception, by its index.
  public int exceptionRow(int index) {
    return exceptions.row(index);
  }

  /// A value with its status, and raw bytes where it has an unusual form.
  public final FieldValue value(int row) {
    FieldValue exception = exceptions.find(row);
    return exception != null ? exception : usual(row);
  }

  abstract FieldValue usual(int row);
}
