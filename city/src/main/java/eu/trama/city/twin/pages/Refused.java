package eu.trama.city.twin.pages;

import java.util.List;

/// What a page says of a request that was refused for its input.
public record Refused(List<Line> lines) {

  /// @param advice what to do, in the reader's language
  public record Line(String advice, String field, String value) {}
}
