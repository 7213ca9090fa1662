package eu.trama.city.algorithms.screening;

import eu.trama.city.web.part.FormError;
import java.util.List;
import java.util.Optional;

/// A page of the screening: a question, or the conclusion.
///
/// @param soFar keys of the answers until now, parted by dots
/// @param then keys of answers that were given before going back
/// @param number of the question, from 1
/// @param system that is screened, where somebody has named it
/// @param proposed whether the platform's authors propose these answers for it
/// @param atMost how many questions there are on the longest way from here, those before included
public record ScreeningView(
    String law,
    String soFar,
    String then,
    int number,
    int atMost,
    Optional<Asked> asked,
    Optional<End> end,
    List<Given> given,
    String system,
    boolean proposed,
    List<FormError> errors) {

  /// The question of the page.
  public record Asked(
      String text, String hint, String articles, List<Option> options, String back) {}

  public record Option(String key, String label, String hint, boolean chosen) {}

  /// An answer that was given, and where to change it.
  public record Given(String question, String answer, String change) {}

  /// The conclusion.
  ///
  /// @param tone of the notice that tells it
  /// @param attach whether the reader may attach it to a system
  public record End(
      String tone,
      String risk,
      String title,
      String meaning,
      String then,
      List<String> articles,
      List<Must> duties,
      List<String> amendments,
      boolean attach) {}

  /// A duty.
  public record Must(String who, String text, String articles, String from) {}
}
