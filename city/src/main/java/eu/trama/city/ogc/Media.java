package eu.trama.city.ogc;

import java.util.List;
import org.springframework.http.MediaType;

/// A form in which a resource can be had.
///
/// @param f what asks for it in an address: `f=json`
/// @param type what the answer is called
/// @param also further types for which it is a fitting answer
public record Media(String f, MediaType type, List<MediaType> also) {

  public static final Media JSON = of("json", "application/json");
  public static final Media HTML = of("html", "text/html");
  public static final Media GEOJSON =
      new Media(
          "json",
          MediaType.valueOf("application/geo+json"),
          List.of(MediaType.APPLICATION_JSON, MediaType.valueOf("application/vnd.geo+json")));
  public static final Media SCHEMA =
      new Media(
          "json",
          MediaType.valueOf("application/schema+json"),
          List.of(MediaType.APPLICATION_JSON));
  public static final Media OPENAPI =
      new Media(
          "json",
          MediaType.valueOf("application/vnd.oai.openapi+json;version=3.0"),
          List.of(
              MediaType.valueOf("application/vnd.oai.openapi+json"), MediaType.APPLICATION_JSON));
  public static final Media MVT = of("mvt", "application/vnd.mapbox-vector-tile");
  public static final Media PROBLEM = of("json", "application/problem+json");

  public static Media of(String f, String type) {
    return new Media(f, MediaType.valueOf(type), List.of());
  }

  /// How much a list of accepted types likes this one, 0 (not at all) to 1; the closest range
  /// decides (RFC 9110 section 12.5.1).
  double liking(List<MediaType> accepted) {
    double best = liking(accepted, type);
    for (MediaType other : also) {
      best = Math.max(best, liking(accepted, other));
    }
    return best;
  }

  private static double liking(List<MediaType> accepted, MediaType type) {
    MediaType closest = null;
    for (MediaType range : accepted) {
      if (range.includes(type) && (closest == null || range.isMoreSpecific(closest))) {
        closest = range;
      }
    }
    return closest == null ? 0 : closest.getQualityValue();
  }
}
