package eu.trama.city.algorithms.pages;

import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;

/// A session of the council.
public record SessionPage(
    String way,
    List<Fact> facts,
    String minutes,
    DataTable results,
    List<Item> votes,
    List<Field> add,
    List<Field> close,
    List<FormError> errors) {

  /// A system on which the reader may vote.
  public record Item(String system, String name, String question, List<Field.Option> choices) {}
}
