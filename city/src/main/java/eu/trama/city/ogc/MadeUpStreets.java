package eu.trama.city.ogc;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.Properties;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/// Streets of a city that is dense in its middle: the same seed makes the same ones, in no order of
/// place.
final class MadeUpStreets implements Function<Integer, Feature> {

  /// Degrees.
  static final double WIDTH = 0.4;

  static final Envelope EXTENT = new Envelope(1.95, 1.95 + WIDTH, 41.2, 41.2 + WIDTH);

  private static final Coordinate CENTRE = EXTENT.centre();
  private static final double SPREAD = WIDTH / 6;
  private static final double LONGEST_PIECE = 0.0015;
  private static final int MOST_CORNERS = 6;

  private final Random random;

  MadeUpStreets(long seed) {
    this.random = new Random(seed);
  }

  @Override
  public Feature apply(Integer number) {
    Coordinate[] line = new Coordinate[2 + random.nextInt(MOST_CORNERS - 1)];
    double x = CENTRE.x + SPREAD * random.nextGaussian();
    double y = CENTRE.y + SPREAD * random.nextGaussian();
    for (int i = 0; i < line.length; i++) {
      line[i] = new Coordinate(x, y);
      x += LONGEST_PIECE * (random.nextDouble() - 0.5);
      y += LONGEST_PIECE * (random.nextDouble() - 0.5);
    }
    return new Feature(
        "streets",
        "street-" + number,
        GeoJson.WGS84.createLineString(line),
        Properties.of(Map.of("name", "Street " + random.nextInt(5_000), "lanes", 1 + number % 4)));
  }
}
