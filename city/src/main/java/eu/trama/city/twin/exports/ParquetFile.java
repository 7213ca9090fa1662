package eu.trama.city.twin.exports;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Field;
import eu.trama.city.twin.Field.Type;
import eu.trama.city.twin.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/// A layer as a Parquet file, with the metadata of GeoParquet 1.1 where it has places: geometries
/// are well-known binary, degrees WGS 84, longitude first. The footer also names both times.
final class ParquetFile {

  private final LayerContent content;
  private final MessageType schema;
  private final RowGroups file;
  private final GeoMetadata geo = new GeoMetadata();
  private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);

  private ParquetFile(LayerContent content, OutputStream out) throws IOException {
    this.content = content;
    this.schema = ParquetSchema.of(content);
    this.file = new RowGroups(schema, out);
  }

  static void write(LayerContent content, OutputStream out) throws IOException {
    var writing = new ParquetFile(content, out);
    for (Feature feature : content.features()) {
      writing.add(feature);
    }
    writing.end();
  }

  private void add(Feature feature) throws IOException {
    RecordConsumer record = file.record();
    record.startMessage();
    int column = 0;
    column = put(record, column, text(feature.id()));
    if (content.hasPlaces()) {
      Geometry geometry = feature.geometry();
      column = put(record, column, geometry == null ? null : shape(geometry));
    }
    for (Field field : content.fields()) {
      Object value = feature.properties().values().get(field.name());
      column = put(record, column, value == null ? null : value(field.type(), value));
    }
    record.endMessage();
    file.endRow();
  }

  private int put(RecordConsumer record, int column, @Nullable Consumer<RecordConsumer> value) {
    if (value != null) {
      String name = schema.getFieldName(column);
      record.startField(name, column);
      value.accept(record);
      record.endField(name, column);
    }
    return column + 1;
  }

  private Consumer<RecordConsumer> shape(Geometry geometry) {
    geo.see(geometry);
    Binary bytes = Binary.fromConstantByteArray(wkb.write(geometry));
    return record -> record.addBinary(bytes);
  }

  private static Consumer<RecordConsumer> value(Type type, Object value) {
    return switch (type) {
      case TEXT -> text(value instanceof String text ? text : Json.write(value));
      case WHOLE -> record -> record.addLong(((Number) value).longValue());
      case NUMBER -> number(value);
      case FLAG -> record -> record.addBoolean((Boolean) value);
      case TEXTS -> list((List<?>) value, each -> text(each.toString()));
      case NUMBERS -> list((List<?>) value, ParquetFile::number);
    };
  }

  private static Consumer<RecordConsumer> text(String text) {
    return record -> record.addBinary(Binary.fromString(text));
  }

  private static Consumer<RecordConsumer> number(Object value) {
    return record -> record.addDouble(((Number) value).doubleValue());
  }

  private static Consumer<RecordConsumer> list(
      List<?> values, java.util.function.Function<Object, Consumer<RecordConsumer>> written) {
    return record -> {
      record.startGroup();
      if (!values.isEmpty()) {
        record.startField("list", 0);
        for (Object each : values) {
          record.startGroup();
          record.startField("element", 0);
          written.apply(each).accept(record);
          record.endField("element", 0);
          record.endGroup();
        }
        record.endField("list", 0);
      }
      record.endGroup();
    };
  }

  private void end() throws IOException {
    var metadata = new TreeMap<String, String>();
    metadata.put("trama.city", content.city().id());
    metadata.put("trama.valid", content.snapshot().asOf().valid().toString());
    metadata.put("trama.known", content.snapshot().asOf().known().toString());
    if (content.hasPlaces()) {
      metadata.put(GeoMetadata.KEY, geo.json());
    }
    file.end(metadata);
  }
}
