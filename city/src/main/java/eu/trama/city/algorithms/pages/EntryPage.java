package eu.trama.city.algorithms.pages;

import eu.trama.city.web.Link;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;

/// One system, for everybody; and what the people of the register may do with it.
///
/// @param warning what stands in the way of its use, or that nothing is published; may be empty
public record EntryPage(
    String way,
    String summary,
    @org.jspecify.annotations.Nullable String lang,
    List<Tag> tags,
    String warning,
    List<FormError> errors,
    List<Block> blocks,
    DataTable gates,
    DataTable events,
    List<Link> more,
    List<Link> files,
    Staff staff) {

  /// What the reader may do; all empty for everybody else.
  ///
  /// @param next how it goes on from here
  /// @param stages where it may go
  public record Staff(
      List<Link> links,
      List<NextSteps.Way> next,
      boolean keeper,
      List<Field> stages,
      List<Field> version) {

    static final Staff NONE = new Staff(List.of(), List.of(), false, List.of(), List.of());
  }
}
