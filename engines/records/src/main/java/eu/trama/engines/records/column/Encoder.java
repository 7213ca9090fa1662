package eu.trama.engines.records.column;

import eu.trama.engines.records.file.RecordBatch;
import java.util.Arrays;

/// Encodes columns into records again: the same bytes that were decoded, unusual forms included.
/// One thread's own.
public final class Encoder {
  private byte[] bytes = new byte[0];
  private int[] starts = new int[0];
  private int[] lengths = new int[0];

  /// Encodes a batch; records that could not be taken apart come back at their index.
  public void encode(ColumnBatch batch) {
    int records = batch.rows(0) + batch.rejected.size();
    if (starts.length < records) {
      starts = new int[records + records / 4];
      lengths = new int[starts.length];
    }
    int end = place(batch, records);
    for (Column column : batch.columns) {
      ColumnPlan at = column.plan();
      column.encode(bytes, batch.rows.places[at.table()][at.section()]);
    }
    for (ColumnBatch.Ragged ragged : batch.ragged) {
      int record = batch.record(ragged.row());
      ragged.rest().copyTo(bytes, starts[record] + lengths[record] - ragged.rest().length());
    }
    for (ColumnBatch.Rejected rejected : batch.rejected) {
      rejected.raw().copyTo(bytes, starts[rejected.record()]);
    }
    if (end > bytes.length) {
      throw new IllegalStateException("records were placed outside their array");
    }
  }

  private int place(ColumnBatch batch, int records) {
    Placer placer = new Placer(batch.rows);
    int at = RecordBatch.MARGIN;
    int row = 0;
    int rejected = 0;
    int ragged = 0;
    for (int record = 0; record < records; record++) {
      starts[record] = at;
      if (rejected < batch.rejected.size() && batch.rejected.get(rejected).record() == record) {
        lengths[record] = batch.rejected.get(rejected++).raw().length();
        at += lengths[record];
      } else {
        int end = placer.place(batch.plan.body(), at);
        lengths[record] = end - at;
        at = end;
        if (ragged < batch.ragged.size() && batch.ragged.get(ragged).row() == row) {
          ColumnBatch.Ragged odd = batch.ragged.get(ragged++);
          lengths[record] = odd.length();
          // A short record's missing fields are written too, behind its end.
          at = Math.max(at, starts[record] + odd.length());
        }
        row++;
      }
    }
    int size = at + RecordBatch.MARGIN;
    if (bytes.length < size) {
      bytes = Arrays.copyOf(bytes, size + size / 4);
    }
    return at;
  }

  /// Array in which the records lie, valid until the next call.
  public byte[] bytes() {
    return bytes;
  }

  /// Index of a record's first byte.
  public int start(int record) {
    return starts[record];
  }

  public int length(int record) {
    return lengths[record];
  }
}
