package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.ModelWords;
import eu.trama.city.twin.Parameter;
import eu.trama.city.web.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The words of the models that are plugged in.
@Component
public class Naming {

  private final Map<String, ModelWords> byModel;

  Naming(List<ModelWords> words) {
    byModel =
        words.stream()
            .collect(Collectors.toUnmodifiableMap(ModelWords::model, Function.identity()));
  }

  /// @throws IllegalStateException when the model's module gave no words
  public String say(Words words, String model, String key) {
    return find(words, model, key)
        .orElseThrow(
            () -> new IllegalStateException("the model " + model + " has no words for " + key));
  }

  /// A value of a parameter: in words where it is a choice, and a number as the language writes it.
  String value(Words words, String model, Parameter parameter, String value) {
    if (parameter.kind() == Parameter.Kind.NUMBER) {
      return words.decimals(value);
    }
    return parameter.choices().contains(value)
        ? say(words, model, "parameter." + parameter.name() + "." + value)
        : value;
  }

  public Optional<String> find(Words words, String model, String key) {
    return Optional.ofNullable(byModel.get(model)).flatMap(own -> own.find(words, key));
  }
}
