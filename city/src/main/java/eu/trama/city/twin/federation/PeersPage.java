package eu.trama.city.twin.federation;

import eu.trama.city.web.Link;
import java.util.List;

/// The servers that a city looks at.
public record PeersPage(List<Panel> panels) {

  /// @param id unique on the page
  /// @param state when it told this, or why it does not answer
  /// @param well whether it answers
  public record Panel(
      String id,
      String title,
      String description,
      String address,
      String state,
      boolean well,
      List<Line> layers,
      List<Line> models) {}

  /// A layer or a model, and a line about it.
  public record Line(Link link, String about) {}
}
