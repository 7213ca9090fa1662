package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.pages.ZonePage.Fact;
import eu.trama.city.web.map.MapPanel;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import eu.trama.city.web.part.Picks;
import java.util.List;
import java.util.Optional;

/// One question about a new line, with the answers so far.
///
/// @param ask the question that follows
/// @param step how far one is, in words
/// @param carried answers to other questions, sent along
/// @param field the question, where it is a plain one
/// @param stops the question of the stops
/// @param check all answers, to be confirmed
public record NewLineForm(
    String address,
    String ask,
    String step,
    List<Carried> carried,
    Optional<Field> field,
    Optional<Stops> stops,
    List<Fact> check,
    List<FormError> errors) {

  public record Carried(String name, String value) {}

  /// @param table the stops in a table, which says what the map shows
  public record Stops(Picks picks, List<Field.Option> options, MapPanel map, DataTable table) {}
}
