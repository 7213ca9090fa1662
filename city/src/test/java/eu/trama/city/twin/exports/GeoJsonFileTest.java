package eu.trama.city.twin.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.Json;
import eu.trama.city.twin.LayerSchema.Shape;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GeoJsonFileTest {

  private static final EnumSet<Shape> SHAPES = EnumSet.of(Shape.POLYGON, Shape.NONE);

  @Test
  void everyFeatureComesBack() {
    List<Feature> features = Sample.features(SHAPES, 200, 3);
    byte[] bytes = Sample.written(LayerFormat.GEOJSON, Sample.content(SHAPES, features));
    JsonNode collection = Json.read(new String(bytes, StandardCharsets.UTF_8));
    assertThat(collection.path("type").asString()).isEqualTo("FeatureCollection");
    assertThat(collection.path("valid").asString()).isEqualTo("2026-03-01T08:00:00Z");
    assertThat(collection.path("features").size()).isEqualTo(200);
    for (int i = 0; i < features.size(); i++) {
      JsonNode read = collection.path("features").path(i);
      assertThat(read.path("id").asString()).isEqualTo(features.get(i).id());
      assertThat(Json.properties(read.path("properties"))).isEqualTo(features.get(i).properties());
      var geometry = features.get(i).geometry();
      assertThat(read.path("geometry").isNull()).isEqualTo(geometry == null);
      if (geometry != null) {
        assertThat(GeoJson.read(read.path("geometry")).equalsExact(geometry, 1e-7)).isTrue();
      }
    }
  }

  /// Whoever receives half a layer must not take it for the whole.
  @Test
  void whatBreaksOffDoesNotLookComplete() {
    Iterable<Feature> breaking =
        () -> {
          var some = Sample.features(SHAPES, 3, 1).iterator();
          return new java.util.Iterator<>() {
            @Override
            public boolean hasNext() {
              return true;
            }

            @Override
            public Feature next() {
              if (!some.hasNext()) {
                throw new IllegalStateException("the store went away");
              }
              return some.next();
            }
          };
        };
    for (LayerFormat format : List.of(LayerFormat.GEOJSON, LayerFormat.PARQUET)) {
      var bytes = new ByteArrayOutputStream();
      var good = Sample.content(SHAPES, List.of());
      var content =
          new LayerContent(good.city(), good.snapshot(), good.schema(), good.fields(), breaking);
      assertThatThrownBy(() -> format.write(content, bytes))
          .isInstanceOf(IllegalStateException.class);
      assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).doesNotEndWith("]}\n");
      assertThat(bytes.toString(StandardCharsets.ISO_8859_1).substring(Math.min(4, bytes.size())))
          .doesNotContain("PAR1");
    }
  }
}
