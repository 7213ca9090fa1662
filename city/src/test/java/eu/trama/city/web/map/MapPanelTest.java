package eu.trama.city.web.map;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MapPanelTest {

  private static final Extent HERE = new Extent(2.05, 41.31, 2.23, 41.47);

  @Test
  void aMapWithoutATableIsRefused() {
    assertThatThrownBy(() -> new MapPanel("zones", " ", "Zones", HERE, List.of(), List.of(), ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("table");
  }

  @Test
  void swappedCoordinatesAreRefused() {
    assertThatThrownBy(() -> new Extent(41.47, 2.23, 41.31, 2.05))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Extent(2.05, 41.31, 2.23, 141.47))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
