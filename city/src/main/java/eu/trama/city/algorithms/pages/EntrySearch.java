package eu.trama.city.algorithms.pages;

import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.algorithms.register.AlgorithmRecord;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.RecordField;
import eu.trama.city.web.Language;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/// What somebody looks for in the register; empty stands for everything.
record EntrySearch(String text, String stage, String risk, String area, String city) {

  private static final int LONGEST = 200;

  EntrySearch {
    text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  boolean finds(Entry entry, Language language) {
    AlgorithmRecord record = entry.shown();
    String there = record.plain(RecordField.CITY);
    return (stage.isEmpty() || entry.dossier().stage().key().equals(stage))
        && (risk.isEmpty()
            || entry.dossier().risk().map(RiskClass::key).filter(risk::equals).isPresent())
        && (area.isEmpty() || record.plain(RecordField.AREA).equals(area))
        && (city.isEmpty() || there.isEmpty() || there.equals(city))
        && Arrays.stream(plain(text).split("\\s+"))
            .allMatch(word -> plain(all(entry, language)).contains(word));
  }

  private static String all(Entry entry, Language language) {
    var all = new StringBuilder(entry.id().value());
    for (RecordField field : entry.shown().fields().keySet()) {
      all.append(' ').append(entry.shown().in(field, language));
    }
    return all.toString();
  }

  /// Without accents and capitals, as people type.
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }

  /// The list's address with this search, to which a parameter can be added.
  String way() {
    return "/algorithms?"
        + RegisterController.encoded("q", text)
        + RegisterController.encoded("stage", stage)
        + RegisterController.encoded("risk", risk)
        + RegisterController.encoded("area", area)
        + RegisterController.encoded("city", city);
  }
}
