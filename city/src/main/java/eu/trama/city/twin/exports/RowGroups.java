package eu.trama.city.twin.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.column.page.PageWriteStore;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/// Writes a Parquet file from front to back: row groups as they fill, then the footer that says
/// where they lie (Apache Parquet, "File format"). Only one row group is in memory.
///
/// ```java
/// var file = new RowGroups(schema, out);
/// for (…) { write one message to file.record(); file.endRow(); }
/// file.end(metadata);
/// ```
///
/// The library that encodes the columns is Apache's; its own writer of files needs Hadoop.
final class RowGroups {

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int FORMAT_VERSION = 1;
  private static final long FULL_BYTES = 4L << 20;
  private static final int FULL_ROWS = 100_000;
  private static final int PAGE_BYTES = 1 << 17;
  private static final int CHECKED_EVERY = 64;

  private static final ParquetProperties PROPERTIES =
      ParquetProperties.builder()
          .withWriterVersion(WriterVersion.PARQUET_1_0)
          .withPageSize(PAGE_BYTES)
          .withDictionaryPageSize(PAGE_BYTES)
          .build();

  private final MessageType schema;
  private final MessageColumnIO columnTree;
  private final OutputStream out;
  private final List<RowGroup> groups = new ArrayList<>();
  private long written;
  private long rows;
  private Group group;

  RowGroups(MessageType schema, OutputStream out) throws IOException {
    this.schema = schema;
    this.columnTree = new ColumnIOFactory().getColumnIO(schema);
    this.out = out;
    out.write(MAGIC);
    written = MAGIC.length;
    group = new Group();
  }

  /// Takes the values of a row, from `startMessage` to `endMessage`.
  RecordConsumer record() {
    return group.record;
  }

  void endRow() throws IOException {
    group.rows++;
    boolean looked = group.rows % CHECKED_EVERY == 0;
    if (group.rows == FULL_ROWS || (looked && group.columns.getBufferedSize() >= FULL_BYTES)) {
      endGroup();
      group = new Group();
    }
  }

  private void endGroup() throws IOException {
    if (group.rows == 0) {
      return;
    }
    group.record.flush();
    group.columns.flush();
    var chunks = new ArrayList<ColumnChunk>();
    long unpacked = 0;
    long start = written;
    for (ColumnPages pages : group.pages.values()) {
      ColumnMetaData described = pages.writeTo(out, written);
      chunks.add(new ColumnChunk(written).setMeta_data(described));
      written += described.getTotal_compressed_size();
      unpacked += described.getTotal_uncompressed_size();
    }
    group.columns.close();
    rows += group.rows;
    groups.add(
        new RowGroup(chunks, unpacked, group.rows)
            .setFile_offset(start)
            .setTotal_compressed_size(written - start));
  }

  /// @param metadata what the footer says beside the schema
  void end(Map<String, String> metadata) throws IOException {
    endGroup();
    var footer =
        new FileMetaData(FORMAT_VERSION, ParquetSchema.elements(schema), rows, groups)
            .setCreated_by("Trama");
    metadata.forEach(
        (key, value) -> footer.addToKey_value_metadata(new KeyValue(key).setValue(value)));
    var counting = new Counting(out);
    Util.writeFileMetaData(footer, counting);
    out.write(
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(counting.bytes)
            .array());
    out.write(MAGIC);
    out.flush();
  }

  private final class Group implements PageWriteStore {

    private final Map<ColumnDescriptor, ColumnPages> pages = new LinkedHashMap<>();
    private final ColumnWriteStore columns;
    private final RecordConsumer record;
    private int rows;

    Group() {
      schema.getColumns().forEach(column -> pages.put(column, new ColumnPages(column)));
      columns = PROPERTIES.newColumnWriteStore(schema, pages::get);
      record = columnTree.getRecordWriter(columns);
    }

    @Override
    public PageWriter getPageWriter(ColumnDescriptor column) {
      return java.util.Objects.requireNonNull(pages.get(column));
    }

    @Override
    public void close() {}
  }

  private static final class Counting extends OutputStream {

    private final OutputStream out;
    private int bytes;

    Counting(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
      out.write(octet);
      bytes++;
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      out.write(from, offset, length);
      bytes += length;
    }
  }
}
