package eu.trama.engines.records.column;

import eu.trama.engines.records.file.RecordBatch;
import eu.trama.engines.records.value.FieldCodec;
import eu.trama.engines.records.value.FieldValue;
import eu.trama.engines.records.value.Raw;
import eu.trama.engines.records.value.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Decodes batches of records into columns. One thread's own.
///
/// First a pass over the records finds where their fields lie; then each column is read by a loop
/// of its own over all rows. Records of a batch lie in the second-level cache meanwhile.
public final class Decoder {
  private final Plan plan;
  private final Rows rows;
  private final Locator locator;
  private final List<Column> columns = new ArrayList<>();
  private final ColumnBatch result;

  public Decoder(Plan plan) {
    this.plan = plan;
    this.rows = new Rows(plan.tables());
    this.locator = new Locator(plan, rows);
    PairTable toInner = new PairTable(plan.coding().page().toInner());
    PairTable toOuter = new PairTable(plan.coding().page().toOuter());
    for (ColumnPlan column : plan.columns()) {
      FieldCodec codec = FieldCodec.of(column.field(), plan.coding());
      columns.add(
          switch (column.kind()) {
            case TEXT -> new TextColumn(column, codec, plan.coding().page(), toInner, toOuter);
            case LONG ->
                new LongColumn(column, codec, NumberLoop.of(column.field(), plan.coding()));
            case WIDE -> new WideColumn(column, codec);
            case REAL -> new RealColumn(column, codec);
            case BYTES -> new BytesColumn(column, codec);
          });
    }
    this.result = new ColumnBatch(plan, rows, List.copyOf(columns));
  }

  /// Decodes a batch. The result is the same object each time, and valid until the next call.
  public ColumnBatch decode(RecordBatch batch) {
    rows.clear();
    result.rejected.clear();
    result.ragged.clear();
    if (result.records.length < batch.count()) {
      result.records = new int[batch.count()];
      result.positions = new long[batch.count()];
    }
    byte[] bytes = locate(batch);
    rows.close();
    for (Column column : columns) {
      ColumnPlan at = column.plan();
      column.decode(bytes, rows.places[at.table()][at.section()], rows.counts[at.table()]);
    }
    for (ColumnBatch.Ragged ragged : result.ragged) {
      if (ragged.rest().length() == 0) {
        markMissing(bytes, ragged);
      }
    }
    return result;
  }

  private byte[] locate(RecordBatch batch) {
    byte[] bytes = batch.bytes();
    int free = -1;
    for (int i = 0; i < batch.count(); i++) {
      int start = batch.start(i);
      int length = batch.length(i);
      int row = rows.counts[0];
      result.records[row] = i;
      result.positions[row] = batch.position(i);
      int end =
          length < plan.layout().least() ? Locator.LOST : locator.record(bytes, start, length);
      if (end == start + length) {
        continue;
      }
      if (end != Locator.LOST && end < start + length) {
        Raw rest = Raw.of(bytes, end, start + length - end);
        result.ragged.add(new ColumnBatch.Ragged(row, length, rest));
        continue;
      }
      // A short record is copied to where zeros follow it, so that its fields can all be read.
      if (end != Locator.LOST) {
        locator.takeBack();
      }
      if (free < 0) {
        free = batch.end();
      }
      int room = free + plan.layout().most() + RecordBatch.MARGIN;
      if (bytes.length < room) {
        bytes = Arrays.copyOf(bytes, Math.max(room, bytes.length + bytes.length / 4));
      }
      Arrays.fill(bytes, free, room, (byte) 0);
      System.arraycopy(bytes, start, bytes, free, Math.min(length, plan.layout().most()));
      end = locator.record(bytes, free, plan.layout().most());
      if (end == Locator.LOST || end <= free + length) {
        if (end != Locator.LOST) {
          locator.takeBack();
        }
        Raw raw = Raw.of(bytes, start, length);
        result.rejected.add(new ColumnBatch.Rejected(i, batch.position(i), raw));
      } else {
        Raw none = Raw.of(bytes, 0, 0);
        result.ragged.add(new ColumnBatch.Ragged(row, length, none));
        free += plan.layout().most();
      }
    }
    return bytes;
  }

  private void markMissing(byte[] bytes, ColumnBatch.Ragged ragged) {
    int end = rows.places[0][0][ragged.row()] + ragged.length();
    int[] first = new int[plan.tables().size()];
    int[] last = new int[first.length];
    first[0] = ragged.row();
    last[0] = ragged.row() + 1;
    for (Table table : plan.tables().subList(1, first.length)) {
      first[table.number()] = rows.starts[table.number()][first[table.parent()]];
      last[table.number()] = rows.starts[table.number()][last[table.parent()]];
    }
    for (Column column : columns) {
      ColumnPlan at = column.plan();
      int[] places = rows.places[at.table()][at.section()];
      for (int row = first[at.table()]; row < last[at.table()]; row++) {
        int place = places[row] + at.offset();
        if (place + at.length() > end) {
          Raw raw = Raw.of(bytes, place, at.length());
          column.exceptions.insert(row, new FieldValue.Unread(Status.MISSING, Optional.of(raw)));
        }
      }
    }
  }
}
