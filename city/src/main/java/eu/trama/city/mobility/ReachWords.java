package eu.trama.city.mobility;

import eu.trama.city.twin.ModelWords;
import eu.trama.city.web.Words;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The reach model in the reader's language.
@Component
class ReachWords implements ModelWords {

  @Override
  public String model() {
    return "reach";
  }

  @Override
  public Optional<String> find(Words words, String key) {
    String message = "mobility.model.reach." + key;
    return words.messages().keys(words.language()).contains(message)
        ? Optional.of(words.say("mobility.model.reach." + key))
        : Optional.empty();
  }
}
