package eu.trama.city.twin.pages;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Finding;
import eu.trama.city.web.Words;
import eu.trama.city.web.part.FormError;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/// Findings in the reader's language. Kinds of fault that people meet on forms have words of their
/// own; for the others the finding's advice stands.
public final class FindingWords {

  private FindingWords() {}

  public static String say(Words words, Finding finding) {
    String key = "twin.finding." + finding.code();
    return words.messages().keys(words.language()).contains(key)
        ? words.say("twin.finding." + finding.code(), finding.value())
        : finding.advice();
  }

  /// The faults of a form, each at its question.
  ///
  /// @param fields which question a finding's field or code belongs to, where it is not its name
  public static List<FormError> errors(Words words, BadInput refused, Map<String, String> fields) {
    return refused.findings().stream()
        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
        .map(finding -> new FormError(field(finding, fields), say(words, finding)))
        .distinct()
        .toList();
  }

  /// The faults of a form that was refused, and 400 as the answer's status: the form is asked
  /// again.
  public static List<FormError> refuse(
      HttpServletResponse response, Words words, BadInput refused, Map<String, String> fields) {
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    return errors(words, refused, fields);
  }

  private static String field(Finding finding, Map<String, String> fields) {
    String byCode = fields.get(finding.code());
    return byCode != null ? byCode : fields.getOrDefault(finding.field(), finding.field());
  }
}
