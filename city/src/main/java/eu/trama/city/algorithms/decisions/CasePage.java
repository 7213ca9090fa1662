package eu.trama.city.algorithms.decisions;

import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;

/// A case, explained.
///
/// @param id of the decision
/// @param outcome what holds, or what is proposed
/// @param notes what else is to be known at once: that a human must confirm, that an answer is due
/// @param forgotten whether the person's data are gone
/// @param reasons sentences
/// @param changes sentences: what would have led to a better outcome
/// @param facts what went in and where it came from
/// @param grounds what the rule compares with
/// @param dates what happened when
/// @param receipts of the ledger
/// @param objectHref where to object; empty where that is not possible
/// @param answerHref where to answer the objection; empty where that is not possible
/// @param confirm questions of the human who confirms; empty where nobody is asked
/// @param late whether the term to object is over, so that one asks for a review
/// @param story what the person said and what the city answered
public record CasePage(
    String id,
    String system,
    String outcome,
    List<Note> notes,
    boolean forgotten,
    List<String> reasons,
    List<String> changes,
    DataTable facts,
    DataTable grounds,
    List<Line> dates,
    List<Receipt> receipts,
    String objectHref,
    String answerHref,
    List<Field> confirm,
    List<FormError> errors,
    List<Line> story,
    boolean late,
    boolean mine) {

  /// @param tone of the notice: note, good, warn, bad
  public record Note(String tone, String text) {}

  public record Line(String label, String text) {}

  public record Receipt(String label, String href) {}
}
