package eu.trama.city.transportcard;

import eu.trama.city.algorithms.Monitored;
import eu.trama.city.web.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is counted of the check: by age, disability and size of the household, all of which the
/// rule asks for anyway; and income in bins of 500 € up to 70,000 €, a little above the highest
/// threshold. Neighbourhood is not counted, since the form does not ask for it.
record CardCounts() implements Monitored {

  private static final int BIN_EUROS = 500;
  private static final int MOST_EUROS = 70_000;
  private static final int MOST_MEMBERS = 9;
  private static final int CENTS = 100;

  @Override
  public List<Attribute> attributes() {
    return List.of(
        new Attribute("age", List.of("younger", "sixty")),
        new Attribute("disability", List.of("without", "with")),
        new Attribute("household", List.of("one", "two", "three-four", "more")));
  }

  @Override
  public List<Input> inputs() {
    return List.of(
        new Input(
            "income",
            IntStream.rangeClosed(0, MOST_EUROS / BIN_EUROS)
                .mapToObj(i -> (double) i * BIN_EUROS)
                .toList()),
        new Input(
            "members", IntStream.rangeClosed(1, MOST_MEMBERS).mapToObj(i -> (double) i).toList()));
  }

  @Override
  public String group(String attribute, Map<String, String> answers) {
    return switch (attribute) {
      case "age" -> yes(answers, "sixty") ? "sixty" : "younger";
      case "disability" -> yes(answers, "disability") ? "with" : "without";
      case "household" ->
          switch (members(answers)) {
            case 1 -> "one";
            case 2 -> "two";
            case 3, 4 -> "three-four";
            default -> "more";
          };
      default -> throw new IllegalArgumentException(attribute);
    };
  }

  @Override
  public double value(String input, Map<String, String> answers) {
    return switch (input) {
      case "income" ->
          (double) CardQuestions.cents(answers.getOrDefault("income", "")).orElseThrow() / CENTS;
      case "members" -> members(answers);
      default -> throw new IllegalArgumentException(input);
    };
  }

  private static int members(Map<String, String> answers) {
    return CardQuestions.members(answers.getOrDefault("members", "")).orElseThrow();
  }

  private static boolean yes(Map<String, String> answers, String question) {
    return answers.getOrDefault(question, "").equals("yes");
  }

  @Override
  public Optional<Boolean> favours(String outcome) {
    return switch (outcome) {
      case "free", "reduced" -> Optional.of(true);
      case "none" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  @Override
  public String attribute(Words words, String attribute) {
    return words.say("transportcard.counted." + attribute);
  }

  @Override
  public String group(Words words, String attribute, String group) {
    return words.say("transportcard.group." + group);
  }

  @Override
  public String input(Words words, String input) {
    return words.say("transportcard.short." + input);
  }
}
