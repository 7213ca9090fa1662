package eu.trama.city.ogc.tiles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;

/// The tile matrix set that every web map knows (OGC Two Dimensional Tile Matrix Set 2.0, 17-083r4,
/// annex D.1): at level z the world is a square of 2^z by 2^z tiles, counted from its north-western
/// corner.
final class WebMercatorQuad {

  static final String ID = "WebMercatorQuad";
  static final String URI = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
  static final String CRS = "http://www.opengis.net/def/crs/EPSG/0/3857";

  /// The most detailed level.
  static final int DEEPEST = 24;

  /// Half the width of the world in metres at the equator: the radius of WGS 84 times pi.
  static final double HALF = 6_378_137 * Math.PI;

  private static final int PIXELS = 256;

  /// A pixel is 0.28 mm wide by definition.
  private static final double PIXEL_METRES = 0.000_28;

  private WebMercatorQuad() {}

  /// One tile of the set.
  ///
  /// @param z level, from 0
  /// @param row from the north
  /// @param column from the west
  record Tile(int z, int row, int column) {
    /// What is no number is no tile's, so that it does not exist.
    static Tile read(String z, String row, String column) {
      return new Tile(number(z), number(row), number(column));
    }

    private static int number(String text) {
      return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }

    boolean exists() {
      return z >= 0 && z <= DEEPEST && row >= 0 && column >= 0 && row < 1 << z && column < 1 << z;
    }

    /// Side in metres of the projection.
    double side() {
      return 2 * HALF / (1 << z);
    }

    double west() {
      return -HALF + column * side();
    }

    double north() {
      return HALF - row * side();
    }

    /// What it shows, in degrees, with that part of its side added all around.
    Envelope degrees(double buffer) {
      double more = side() * buffer;
      return new Envelope(
          Math.max(-180, lon(west() - more)),
          Math.min(180, lon(west() + side() + more)),
          lat(north() - side() - more),
          lat(north() + more));
    }
  }

  static double x(double lon) {
    return HALF * lon / 180;
  }

  static double y(double lat) {
    return 6_378_137 * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2));
  }

  private static double lon(double x) {
    return x / HALF * 180;
  }

  private static double lat(double y) {
    return Math.toDegrees(2 * Math.atan(Math.exp(y / 6_378_137)) - Math.PI / 2);
  }

  /// Its definition as the standard writes it in JSON.
  static Map<String, Object> definition() {
    var definition = new LinkedHashMap<String, Object>();
    definition.put("id", ID);
    definition.put("title", "Google Maps Compatible for the World");
    definition.put("uri", URI);
    definition.put("crs", CRS);
    definition.put("orderedAxes", List.of("X", "Y"));
    definition.put("boundingBox", box());
    definition.put(
        "wellKnownScaleSet", "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible");
    definition.put(
        "tileMatrices",
        IntStream.rangeClosed(0, DEEPEST).mapToObj(WebMercatorQuad::matrix).toList());
    return definition;
  }

  private static Map<String, Object> box() {
    var box = new LinkedHashMap<String, Object>();
    box.put("crs", CRS);
    box.put("orderedAxes", List.of("X", "Y"));
    box.put("lowerLeft", List.of(-HALF, -HALF));
    box.put("upperRight", List.of(HALF, HALF));
    return box;
  }

  private static Map<String, Object> matrix(int z) {
    double cell = 2 * HALF / PIXELS / (1 << z);
    var matrix = new LinkedHashMap<String, Object>();
    matrix.put("id", Integer.toString(z));
    matrix.put("scaleDenominator", cell / PIXEL_METRES);
    matrix.put("cellSize", cell);
    matrix.put("cornerOfOrigin", "topLeft");
    matrix.put("pointOfOrigin", List.of(-HALF, HALF));
    matrix.put("matrixWidth", 1 << z);
    matrix.put("matrixHeight", 1 << z);
    matrix.put("tileWidth", PIXELS);
    matrix.put("tileHeight", PIXELS);
    return matrix;
  }

  /// Which tiles can be had: all that there are, those without features being empty.
  static List<Map<String, Object>> limits() {
    return IntStream.rangeClosed(0, DEEPEST)
        .mapToObj(z ->
            Map.<String, Object>of(
                "tileMatrix",
                String.valueOf(z),
                "minTileRow",
                0,
                "maxTileRow",
                (1 << z) - 1,
                "minTileCol",
                0,
                "maxTileCol",
                (1 << z) - 1))
        .toList();
  }
}
