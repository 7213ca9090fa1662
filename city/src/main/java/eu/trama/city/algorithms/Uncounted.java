package eu.trama.city.algorithms;

import eu.trama.city.web.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Of a rule set that names nothing to count.
record Uncounted() implements Monitored {

  @Override
  public List<Attribute> attributes() {
    return List.of();
  }

  @Override
  public List<Input> inputs() {
    return List.of();
  }

  @Override
  public String group(String attribute, Map<String, String> answers) {
    throw new IllegalArgumentException(attribute);
  }

  @Override
  public double value(String input, Map<String, String> answers) {
    throw new IllegalArgumentException(input);
  }

  @Override
  public Optional<Boolean> favours(String outcome) {
    return Optional.empty();
  }

  @Override
  public String attribute(Words words, String attribute) {
    throw new IllegalArgumentException(attribute);
  }

  @Override
  public String group(Words words, String attribute, String group) {
    throw new IllegalArgumentException(group);
  }

  @Override
  public String input(Words words, String input) {
    throw new IllegalArgumentException(input);
  }
}
