package eu.trama.city.twin.exports;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Field;
import eu.trama.city.twin.Json;
import eu.trama.city.twin.LayerSchema.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import tools.jackson.databind.JsonNode;

/// Parquet files as DuckDB reads them.
class ParquetFileTest {

  @TempDir Path folder;

  private Path file(EnumSet<Shape> shapes, List<Feature> features) throws IOException {
    byte[] bytes = Sample.written(LayerFormat.PARQUET, Sample.content(shapes, features));
    return Files.write(folder.resolve("things.parquet"), bytes);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyValueComesBack(long seed) throws Exception {
    var shapes = EnumSet.allOf(Shape.class);
    List<Feature> features = Sample.features(shapes, 500, seed);
    var rows = Duck.query("select * from read_parquet(?)", file(shapes, features));
    assertThat(rows).hasSameSizeAs(features);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i).get("id")).isEqualTo(features.get(i).id());
      assertThat((Object) geometry(rows.get(i))).isEqualTo(features.get(i).geometry());
      for (Field field : Sample.FIELDS) {
        Object value = features.get(i).properties().values().get(field.name());
        assertThat(rows.get(i).get(field.name())).isEqualTo(expected(field, value));
      }
    }
  }

  private static @Nullable Object expected(Field field, @Nullable Object value) {
    return switch (field.type()) {
      case NUMBER -> value == null ? null : ((Number) value).doubleValue();
      case NUMBERS ->
          value == null
              ? null
              : ((List<?>) value).stream().map(each -> ((Number) each).doubleValue()).toList();
      default -> value;
    };
  }

  private static @Nullable Geometry geometry(Map<String, @Nullable Object> row)
      throws ParseException {
    var wkb = (byte[]) row.get("geometry");
    return wkb == null ? null : new WKBReader().read(wkb);
  }

  /// GeoParquet 1.1.0, "File metadata": version, primary column, encoding, kinds, bounds.
  @Test
  void theFooterDescribesTheGeometry() throws Exception {
    var shapes = EnumSet.of(Shape.POINT, Shape.POLYGON);
    List<Feature> features = Sample.features(shapes, 50, 7);
    JsonNode geo = Json.read(metadata(file(shapes, features), "geo"));
    assertThat(geo.path("version").asString()).isEqualTo("1.1.0");
    assertThat(geo.path("primary_column").asString()).isEqualTo("geometry");
    JsonNode column = geo.path("columns").path("geometry");
    assertThat(column.path("encoding").asString()).isEqualTo("WKB");
    assertThat(column.path("geometry_types").values())
        .extracting(JsonNode::asString)
        .containsExactly("Point", "Polygon");
    assertThat(column.has("crs")).isFalse();
    assertThat(column.path("bbox").path(0).asDouble())
        .isEqualTo(
            features.stream()
                .mapToDouble(each ->
                    java.util.Objects.requireNonNull(each.geometry())
                        .getEnvelopeInternal()
                        .getMinX())
                .min()
                .getAsDouble());
  }

  @Test
  void theFooterNamesBothTimes() throws Exception {
    Path file = file(EnumSet.of(Shape.NONE), Sample.features(EnumSet.of(Shape.NONE), 3, 1));
    assertThat(metadata(file, "trama.valid")).isEqualTo("2026-03-01T08:00:00Z");
    assertThat(metadata(file, "trama.known")).isEqualTo("2026-02-01T08:00:00Z");
    assertThat(Duck.query("select * from parquet_kv_metadata(?) where key = 'geo'", file))
        .isEmpty();
    assertThat(Duck.query("describe select * from read_parquet(?)", file))
        .extracting(column -> column.get("column_name"))
        .doesNotContain("geometry");
  }

  private static String metadata(Path file, String key) throws SQLException {
    var rows =
        Duck.query("select value from parquet_kv_metadata(?) where key = '" + key + "'", file);
    return new String(
        java.util.Objects.requireNonNull((byte[]) rows.getFirst().get("value")),
        StandardCharsets.UTF_8);
  }

  @Test
  void manyFeaturesMakeManyRowGroups() throws Exception {
    var shapes = EnumSet.of(Shape.POINT);
    Path file = file(shapes, Sample.features(shapes, 150_000, 11));
    var counted =
        Duck.query("select count(*) as rows, count(distinct id) as ids from read_parquet(?)", file);
    assertThat(counted.getFirst()).containsEntry("rows", 150_000L).containsEntry("ids", 150_000L);
    var groups =
        Duck.query("select count(distinct row_group_id) as groups from parquet_metadata(?)", file);
    assertThat((Long) groups.getFirst().get("groups")).isGreaterThan(1L);
  }

  @Test
  void anEmptyLayerIsAFileWithoutRows() throws Exception {
    assertThat(Duck.query("select * from read_parquet(?)", file(EnumSet.of(Shape.LINE), List.of())))
        .isEmpty();
  }
}
