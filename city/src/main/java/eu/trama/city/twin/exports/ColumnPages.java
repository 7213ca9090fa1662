package eu.trama.city.twin.exports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/// The pages of one column in one row group, packed, until the row group is written.
final class ColumnPages implements PageWriter {

  private final ColumnDescriptor column;
  private final ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
  private final ByteArrayOutputStream pages = new ByteArrayOutputStream();
  private final Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);
  private long values;
  private long unpacked;

  ColumnPages(ColumnDescriptor column) {
    this.column = column;
  }

  @Override
  public void writePage(
      BytesInput bytes,
      int valueCount,
      int rowCount,
      Statistics<?> statistics,
      SizeStatistics sizes,
      GeospatialStatistics places,
      Encoding repetition,
      Encoding definition,
      Encoding encoding)
      throws IOException {
    var data =
        new DataPageHeader(valueCount, named(encoding), named(definition), named(repetition));
    var header = new PageHeader(PageType.DATA_PAGE, 0, 0);
    write(header.setData_page_header(data), bytes, pages);
    encodings.addAll(List.of(repetition, definition, encoding));
    values += valueCount;
  }

  @Override
  public void writePage(
      BytesInput bytes,
      int valueCount,
      int rowCount,
      Statistics<?> statistics,
      Encoding repetition,
      Encoding definition,
      Encoding encoding) {
    throw new UnsupportedOperationException("a page comes with the statistics of its places");
  }

  @Override
  @Deprecated
  public void writePage(
      BytesInput bytes,
      int valueCount,
      Statistics<?> statistics,
      Encoding repetition,
      Encoding definition,
      Encoding encoding) {
    throw new UnsupportedOperationException("a page comes with its count of rows");
  }

  @Override
  public void writePageV2(
      int rowCount,
      int nullCount,
      int valueCount,
      BytesInput repetitionLevels,
      BytesInput definitionLevels,
      Encoding encoding,
      BytesInput data,
      Statistics<?> statistics) {
    throw new UnsupportedOperationException("pages are of version 1, which every reader knows");
  }

  @Override
  public void writeDictionaryPage(DictionaryPage page) throws IOException {
    var header = new PageHeader(PageType.DICTIONARY_PAGE, 0, 0);
    header.setDictionary_page_header(
        new DictionaryPageHeader(page.getDictionarySize(), named(page.getEncoding())));
    write(header, page.getBytes(), dictionary);
    encodings.add(page.getEncoding());
  }

  private void write(PageHeader header, BytesInput bytes, ByteArrayOutputStream to)
      throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      bytes.writeAllTo(gzip);
    }
    header.setUncompressed_page_size(Math.toIntExact(bytes.size()));
    header.setCompressed_page_size(packed.size());
    int before = to.size();
    Util.writePageHeader(header, to);
    unpacked += to.size() - before + bytes.size();
    packed.writeTo(to);
  }

  /// Writes the pages and says where they lie.
  ///
  /// @param at how many bytes the file has before them
  ColumnMetaData writeTo(OutputStream out, long at) throws IOException {
    dictionary.writeTo(out);
    pages.writeTo(out);
    var described =
        new ColumnMetaData(
            physical(),
            encodings.stream().map(ColumnPages::named).toList(),
            List.of(column.getPath()),
            CompressionCodec.GZIP,
            values,
            unpacked,
            (long) dictionary.size() + pages.size(),
            at + dictionary.size());
    if (dictionary.size() > 0) {
      described.setDictionary_page_offset(at);
    }
    return described;
  }

  private Type physical() {
    return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
      case BINARY -> Type.BYTE_ARRAY;
      case INT64 -> Type.INT64;
      case DOUBLE -> Type.DOUBLE;
      case BOOLEAN -> Type.BOOLEAN;
      default -> throw new IllegalStateException("no layer has a column of this type: " + column);
    };
  }

  private static org.apache.parquet.format.Encoding named(Encoding encoding) {
    return org.apache.parquet.format.Encoding.valueOf(encoding.name());
  }

  @Override
  public long getMemSize() {
    return (long) dictionary.size() + pages.size();
  }

  @Override
  public long allocatedSize() {
    return getMemSize();
  }

  @Override
  public String memUsageString(String prefix) {
    return prefix + getMemSize();
  }

  @Override
  public void close() {}
}
