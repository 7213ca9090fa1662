package eu.trama.city.ogc.features;

import java.util.List;

/// What the page of all collections shows.
public record CollectionsPage(List<Line> collections) {
  public record Line(String title, String about, String href) {}
}
