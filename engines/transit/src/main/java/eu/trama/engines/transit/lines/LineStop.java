package eu.trama.engines.transit.lines;

import eu.trama.engines.transit.geo.LocalPlane;

/// A stop of a line. The same id in several lines is one stop; an id of a feed's stop (with the
/// feed's prefix) joins the line to that stop.
public record LineStop(String id, String name, double latitude, double longitude) {
  public LineStop {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a stop needs an id");
    }
    if (!LocalPlane.onGlobe(latitude, longitude)) {
      throw new IllegalArgumentException(
          "stop " + id + " is not on the globe: " + latitude + ", " + longitude);
    }
  }
}
