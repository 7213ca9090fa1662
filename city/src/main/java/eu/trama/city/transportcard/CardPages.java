package eu.trama.city.transportcard;

import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;
import java.util.Map;

/// What the pages of the check show.
public final class CardPages {

  private CardPages() {}

  /// @param table thresholds
  /// @param source who published them
  public record Start(DataTable table, String source, String href) {}

  /// One step of the form.
  ///
  /// @param step from 0; after the last come the answers to check
  /// @param steps how many there are, that one included
  /// @param kept answers of other steps
  /// @param summary the answers to check; without rows before the last step
  public record Ask(
      int step,
      int steps,
      List<Field> fields,
      Map<String, String> kept,
      DataTable summary,
      List<FormError> errors) {

    public boolean last() {
      return step == steps - 1;
    }
  }
}
