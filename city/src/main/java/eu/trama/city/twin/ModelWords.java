package eu.trama.city.twin;

import eu.trama.city.web.Words;
import java.util.Optional;

/// What a model's module calls the model's things in the reader's language. A module that plugs a
/// [Model] into the twin gives one of these as a bean too, so that the model itself only computes.
///
/// Keys: `name`, `about`, `measure.<measure>.name`, `measure.<measure>.definition`,
/// `facet.<facet>`, `parameter.<name>`, `unit.<unit>`; and, where a bare name would not do,
/// `parameter.<name>.hint`, `note.<note>`, `stage.<stage>`, `facet.<facet>.<value>`.
public interface ModelWords {

  /// Id of the model.
  String model();

  /// Empty when the module has no words for that key.
  Optional<String> find(Words words, String key);
}
