package eu.trama.ledger.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileIdTest {

  @ParameterizedTest
  @CsvSource({
    "0,0,256,tile/0/000",
    "0,1234067,256,tile/0/x001/x234/067",
    "1,999,255,tile/1/999.p/255",
    "-1,1000,1,tile/entries/x001/000.p/1",
    "63,123456789012345678,256,tile/63/x123/x456/x789/x012/x345/678"
  })
  void isWrittenAndReadAsSpecified(int level, long index, int width, String path) {
    var id = new TileId(level, index, width);
    assertThat(id.path()).isEqualTo(path);
    assertThat(TileId.parse(path)).contains(id);
    assertThat(id.entries()).isEqualTo(level == -1);
    assertThat(id.full()).isEqualTo(width == 256);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/0/00",
        "tile/0/0000",
        "tile/00/000",
        "tile/64/000",
        "tile/0/x000/001",
        "tile/0/001/002",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/0/000.p/",
        "tile/0/../checkpoint",
        "tile/x/000",
        "tile/0/x001/x001/x001/x001/x001/x001/001",
        "checkpoint",
        ""
      })
  void takesNothingElse(String path) {
    assertThat(TileId.parse(path)).isEmpty();
  }

  /// The example of the specification: a tree of 70,000 entries.
  @Test
  void aTreeOfSeventyThousand() {
    assertThat(TileId.holding(0, 69_999, 70_000)).isEqualTo(new TileId(0, 273, 112));
    assertThat(TileId.holding(0, 0, 70_000)).isEqualTo(new TileId(0, 0, 256));
    assertThat(TileId.holding(1, 272, 273)).isEqualTo(new TileId(1, 1, 17));
    assertThat(TileId.holding(2, 0, 1)).isEqualTo(new TileId(2, 0, 1));
    assertThat(new TileId(1, 1, 17).partials()).isEqualTo("tile/1/001.p");
    assertThat(new TileId(1, 1, 17).grown()).isEqualTo(new TileId(1, 1, 256));
  }

  @ParameterizedTest
  @CsvSource({"-2,0,1", "64,0,1", "0,-1,1", "0,0,0", "0,0,257"})
  void refusesWhatCannotBe(int level, long index, int width) {
    assertThatThrownBy(() -> new TileId(level, index, width))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
