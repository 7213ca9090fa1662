package eu.trama.city.algorithms.studies;

import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;
import java.util.Optional;

/// What the page of questionnaires shows.
///
/// @param told what was done with what was sent; empty where nothing was
/// @param findings of what was sent
/// @param waiting those that another auditor must put into force
/// @param bring fields of the form with which an auditor brings one; none for everybody else
public record QuestionnaireViews(
    String told,
    List<FormError> errors,
    Optional<DataTable> findings,
    DataTable table,
    List<Waiting> waiting,
    List<Field> bring,
    boolean fileWrong) {

  /// One that is not in force yet.
  ///
  /// @param address where it is put into force; empty for whoever may not
  public record Waiting(String title, String standsFor, String definition, String address) {}
}
