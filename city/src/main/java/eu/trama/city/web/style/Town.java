package eu.trama.city.web.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An invented town of 24 blocks, one tram line and six stops, to show the components with. Its
/// figures follow from the place of each block, and one block has none.
final class Town {

  static final int COLUMNS = 6;
  static final int ROWS = 4;
  static final double WEST = 2.150;
  static final double SOUTH = 41.380;
  static final double BLOCK = 0.006;
  static final double HEIGHT = 0.0045;

  /// Share of a block's side that its chamfer cuts, and that the street around it takes.
  private static final double CUT = 0.25;

  private static final double STREET = 0.06;

  private Town() {}

  /// @param income euros a year and person
  /// @param change people within reach, more or less; not a number where unknown
  record Block(String id, int column, int row, int people, double income, double change) {}

  record Stop(String id, String kind, double lon, double lat) {}

  static List<Block> blocks() {
    var blocks = new ArrayList<Block>();
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        int people = 900 + (column * 731 + row * 1297) % 2600;
        double income = 11_000 + column * 2_100 + (row * 1_700 + column * 977) % 4_300;
        double change = 160 - Math.abs(row - column * 0.6) * 95 + (column * 37 % 50);
        boolean unknown = row == 3 && column == 0;
        var id = "%c%d".formatted('A' + row, column + 1);
        blocks.add(new Block(id, column, row, people, income, unknown ? Double.NaN : change));
      }
    }
    return List.copyOf(blocks);
  }

  static List<Stop> stops() {
    var stops = new ArrayList<Stop>();
    for (int i = 0; i < COLUMNS; i++) {
      stops.add(
          new Stop(
              "s" + (i + 1),
              i % 2 == 0 ? "tram" : "metro",
              WEST + (i + 0.5) * BLOCK,
              SOUTH + (0.4 + i * 0.6) * HEIGHT));
    }
    return List.copyOf(stops);
  }

  /// The corner points of a block with its chamfers, closed.
  static List<List<Double>> outline(Block block) {
    double[][] unit = {
      {CUT, 0},
      {1 - CUT, 0},
      {1, CUT},
      {1, 1 - CUT},
      {1 - CUT, 1},
      {CUT, 1},
      {0, 1 - CUT},
      {0, CUT},
      {CUT, 0}
    };
    var ring = new ArrayList<List<Double>>();
    for (double[] corner : unit) {
      double x = STREET + corner[0] * (1 - 2 * STREET);
      double y = STREET + corner[1] * (1 - 2 * STREET);
      ring.add(List.of(WEST + (block.column() + x) * BLOCK, SOUTH + (block.row() + y) * HEIGHT));
    }
    return List.copyOf(ring);
  }

  static Map<String, Object> feature(
      String id, String type, Object coordinates, Map<String, Object> properties) {
    return Map.of(
        "type",
        "Feature",
        "id",
        id,
        "geometry",
        Map.of("type", type, "coordinates", coordinates),
        "properties",
        properties);
  }

  static Map<String, Object> collection(List<Map<String, Object>> features) {
    return Map.of("type", "FeatureCollection", "features", features);
  }
}
