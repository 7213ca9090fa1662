package eu.trama.city.ogc.frame;

import java.util.List;

/// What the page of the description shows.
public record ApiPage(String file, List<Line> operations) {
  public record Line(String method, String path, String summary) {}
}
