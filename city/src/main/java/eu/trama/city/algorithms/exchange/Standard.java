package eu.trama.city.algorithms.exchange;

import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.web.Language;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A standard for entries of registers of algorithms.
public interface Standard {

  /// What stands for it in addresses and forms.
  String key();

  /// An entry as a JSON object of the standard, in one language.
  Map<String, Object> write(Entry entry, Language language);

  /// Reads one object. What it cannot keep is told as findings.
  ///
  /// @param number of the object in its file, from 1
  Imported read(JsonNode object, int number);
}
