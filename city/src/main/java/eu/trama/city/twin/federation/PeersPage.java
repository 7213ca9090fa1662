package eu.trama.city.twin.federation;

import eu.trama.city.web.Link;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;

/// The servers that a city looks at.
///
/// @param allowed whether whoever looks may add and remove servers
/// @param address the question for another one
public record PeersPage(
    List<Panel> panels,
    boolean allowed,
    String action,
    List<Field> address,
    List<FormError> errors) {

  /// @param id unique on the page
  /// @param state when it told this, or why it does not answer
  /// @param well whether it answers
  /// @param tryHref where a policy is tried here and there; empty where no model fits
  public record Panel(
      String id,
      String title,
      String description,
      String address,
      String state,
      boolean well,
      List<Line> layers,
      List<Line> models,
      String tryHref,
      String removeHref) {}

  /// A layer or a model, and a line about it.
  public record Line(Link link, String about) {}
}
