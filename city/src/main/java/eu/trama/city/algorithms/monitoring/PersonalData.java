package eu.trama.city.algorithms.monitoring;

import java.util.List;
import java.util.regex.Pattern;

/// Looks for what a text without personal data has not: an address of e-mail, the number of a
/// Spanish or Italian document of identity, a telephone or account number. It finds slips, not
/// names.
final class PersonalData {

  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,64}\\.[A-Za-z]{2,10}"),
          // DNI and NIE
          Pattern.compile("\\b[XYZxyz]?[ .-]?\\d{7,8}[ .-]?[A-Za-z]\\b"),
          // Codice fiscale
          Pattern.compile("\\b[A-Za-z]{6}\\d{2}[A-Za-z]\\d{2}[A-Za-z]\\d{3}[A-Za-z]\\b"),
          Pattern.compile("(?<!\\d)(\\+\\d{1,3}[ .-]?)?\\d{3}([ .-]?\\d{2,3}){2,3}(?!\\d)"),
          Pattern.compile("\\b[A-Z]{2}\\d{2}([ ]?[A-Z0-9]{4}){3,7}"));

  private PersonalData() {}

  static boolean looksLike(String text) {
    return FORMS.stream().anyMatch(form -> form.matcher(text).find());
  }
}
