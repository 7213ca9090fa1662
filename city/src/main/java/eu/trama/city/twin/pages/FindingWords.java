package eu.trama.city.twin.pages;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Finding;
import eu.trama.city.web.Words;
import eu.trama.city.web.part.FormError;
import java.util.List;
import java.util.Map;

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

  private static String field(Finding finding, Map<String, String> fields) {
    String byCode = fields.get(finding.code());
    return byCode != null ? byCode : fields.getOrDefault(finding.field(), finding.field());
  }
}
