package eu.trama.city.algorithms.monitoring;

import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;

/// What the pages of incidents and of checked samples show.
public final class IncidentPages {

  private IncidentPages() {}

  /// The incidents of a system, and a form to report one.
  public record All(
      DataTable table, String action, List<Field> fields, List<FormError> errors, String button) {}

  /// One incident.
  ///
  /// @param alert that it is overdue; empty where it is not
  /// @param fields of the form of the next step; empty where none may be done
  public record One(
      List<Fact> facts,
      String alert,
      DataTable steps,
      String action,
      List<Field> fields,
      List<FormError> errors) {}

  /// A form by which a checked sample is entered.
  ///
  /// @param done what was taken; empty before
  public record Sample(
      String done, DataTable outcomes, String action, List<Field> fields, List<FormError> errors) {}

  public record Fact(String label, String text) {}
}
