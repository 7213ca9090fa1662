package eu.trama.city.transportcard;

import eu.trama.city.web.Words;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the check asks, in steps of the form.
final class CardQuestions {

  /// About the person, then about the household.
  static final List<List<String>> STEPS =
      List.of(List.of("registered", "sixty", "disability"), List.of("members", "income"));

  private static final int MOST_MEMBERS = 20;
  private static final BigDecimal MOST_EUROS = new BigDecimal("10000000");
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,8}(\\.\\d{1,2})?");

  private CardQuestions() {}

  static List<Field> all(Words words, Map<String, String> answers) {
    return STEPS.stream()
        .flatMap(List::stream)
        .map(question -> field(words, question, answers.getOrDefault(question, "")))
        .toList();
  }

  static List<Field> step(Words words, int step, Map<String, String> answers) {
    return STEPS.get(step).stream()
        .map(question -> field(words, question, answers.getOrDefault(question, "")))
        .toList();
  }

  private static Field field(Words words, String question, String answer) {
    boolean number = question.equals("members") || question.equals("income");
    var field =
        Field.of(
                question,
                number ? Field.Kind.NUMBER : Field.Kind.RADIO,
                words.say("transportcard.ask." + question))
            .hint(words.say("transportcard.hint." + question))
            .value(answer);
    return number
        ? field
        : field.options(
            List.of(
                Field.Option.of("yes", words.say("transportcard.yes")),
                Field.Option.of("no", words.say("transportcard.no"))));
  }

  static List<FormError> check(Words words, Map<String, String> answers) {
    var errors = new ArrayList<FormError>();
    for (int step = 0; step < STEPS.size(); step++) {
      errors.addAll(check(words, step, answers));
    }
    return List.copyOf(errors);
  }

  static List<FormError> check(Words words, int step, Map<String, String> answers) {
    return STEPS.get(step).stream()
        .filter(question -> !right(question, answers.getOrDefault(question, "")))
        .map(question -> new FormError(question, words.say("transportcard.wrong." + question)))
        .toList();
  }

  private static boolean right(String question, String answer) {
    return switch (question) {
      case "members" -> members(answer).isPresent();
      case "income" -> cents(answer).isPresent();
      default -> answer.equals("yes") || answer.equals("no");
    };
  }

  static Optional<Integer> members(String answer) {
    return answer.strip().matches("\\d{1,2}")
        ? Optional.of(Integer.parseInt(answer.strip())).filter(m -> m >= 1 && m <= MOST_MEMBERS)
        : Optional.empty();
  }

  /// An amount in euros as people write it: `8699.46`, `8.699,46`, `8 699,46 €`, `8,699.46`. Of
  /// points and commas the last one parts the cents, if one or two digits follow it.
  static Optional<Long> cents(String answer) {
    String plain = answer.replaceAll("[\\s\u00a0\u202f€'’]", "");
    int last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
    boolean parts = last >= 0 && plain.length() - last <= 3 && plain.length() - last > 1;
    String whole =
        (parts ? plain.substring(0, last) : plain).replaceAll("[.,](?=\\d{3}(\\D|$))", "");
    String amount = parts ? whole + "." + plain.substring(last + 1) : whole;
    if (!AMOUNT.matcher(amount).matches()) {
      return Optional.empty();
    }
    var euros = new BigDecimal(amount);
    return euros.compareTo(MOST_EUROS) > 0
        ? Optional.empty()
        : Optional.of(euros.movePointRight(2).longValueExact());
  }
}
