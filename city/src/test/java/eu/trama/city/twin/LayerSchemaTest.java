package eu.trama.city.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

class LayerSchemaTest {

  private static final Point PLACE = GeoJson.WGS84.createPoint(new Coordinate(2.17, 41.38));

  private static List<String> codes(Feature feature) {
    return Layers.byName(feature.layer()).orElseThrow().check(feature, "test", 1).stream()
        .map(Finding::code)
        .toList();
  }

  @Test
  void acceptsAFeatureThatFits() {
    assertThat(codes(new Feature("stops", "s1", PLACE, Properties.of(Map.of("name", "Sants")))))
        .isEmpty();
  }

  @Test
  void namesAMissingProperty() {
    assertThat(codes(new Feature("stops", "s1", PLACE, Properties.NONE)))
        .containsExactly("property-missing");
  }

  @Test
  void namesAPropertyOfAnotherType() {
    assertThat(codes(new Feature("stops", "s1", PLACE, Properties.of(Map.of("name", 4)))))
        .containsExactly("property-type");
  }

  @Test
  void namesAnotherShape() {
    assertThat(codes(new Feature("stops", "s1", null, Properties.of(Map.of("name", "Sants")))))
        .containsExactly("geometry-kind");
  }

  @Test
  void namesAPlaceThatIsNotOnEarth() {
    Point far = GeoJson.WGS84.createPoint(new Coordinate(431_000, 4_580_000));
    assertThat(codes(new Feature("stops", "s1", far, Properties.of(Map.of("name", "Sants")))))
        .containsExactly("coordinates-range");
  }

  @Test
  void namesAMissingId() {
    assertThat(codes(new Feature("stops", " ", PLACE, Properties.of(Map.of("name", "Sants")))))
        .containsExactly("id-missing");
  }
}
