package eu.trama.city.transportcard;

import eu.trama.city.algorithms.Conclusion;
import eu.trama.city.algorithms.Monitored;
import eu.trama.city.algorithms.RuleSet;
import eu.trama.city.algorithms.SystemId;
import eu.trama.city.transportcard.rule.Card;
import eu.trama.city.transportcard.rule.CardRule;
import eu.trama.city.transportcard.rule.Household;
import eu.trama.city.transportcard.rule.Thresholds;
import eu.trama.city.twin.CodeHash;
import eu.trama.city.twin.Digest;
import eu.trama.city.web.Words;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The rule as a system of the register.
@Component
class CardCheck implements RuleSet {

  static final SystemId ID = new SystemId("transport-card");

  private final Thresholds thresholds = ThresholdFile.read();
  private final CardRule rule = new CardRule(thresholds);
  private final String hash =
      Digest.hex(CodeHash.of(List.of(CardRule.class)) + "\n" + Digest.hex(ThresholdFile.text()));

  @Override
  public SystemId id() {
    return ID;
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public String codeHash() {
    return hash;
  }

  Thresholds thresholds() {
    return thresholds;
  }

  @Override
  public List<Field> questions(Words words, Map<String, String> answers) {
    return CardQuestions.all(words, answers);
  }

  @Override
  public List<FormError> check(Words words, Map<String, String> answers) {
    return CardQuestions.check(words, answers);
  }

  @Override
  public Conclusion decide(Map<String, String> answers) {
    var finding = rule.of(household(answers));
    return new Conclusion(
        finding.card().key(),
        finding.reasons().stream()
            .map(r ->
                new Conclusion.Reason(
                    r.ground().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    List.of(String.valueOf(r.cents()))))
            .toList(),
        finding.changes().stream()
            .map(c -> new Conclusion.Change(c.question(), c.value(), c.card().key()))
            .toList());
  }

  private static Household household(Map<String, String> answers) {
    return new Household(
        yes(answers, "registered"),
        yes(answers, "sixty"),
        yes(answers, "disability"),
        CardQuestions.members(answers.getOrDefault("members", ""))
            .orElseThrow(() -> new IllegalArgumentException("members")),
        CardQuestions.cents(answers.getOrDefault("income", ""))
            .orElseThrow(() -> new IllegalArgumentException("income")));
  }

  private static boolean yes(Map<String, String> answers, String question) {
    return switch (answers.getOrDefault(question, "")) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new IllegalArgumentException(question);
    };
  }

  @Override
  public List<String> outcomes() {
    return Arrays.stream(Card.values()).map(Card::key).toList();
  }

  @Override
  public String name(Words words) {
    return words.say("transportcard.title");
  }

  @Override
  public String outcome(Words words, String outcome) {
    return words.say("transportcard.outcome." + outcome);
  }

  @Override
  public String reason(Words words, Conclusion.Reason reason) {
    long cents = Long.parseLong(reason.values().getFirst());
    return cents == 0
        ? words.say("transportcard.reason." + reason.key())
        : words.say("transportcard.reason." + reason.key(), euros(words, cents));
  }

  @Override
  public String change(Words words, Conclusion.Change change) {
    String then = words.say("transportcard.then." + change.outcome());
    return switch (change.question()) {
      case "income" ->
          words.say(
              "transportcard.change.income", euros(words, Long.parseLong(change.answer())), then);
      case "members" ->
          words.say("transportcard.change.members", Integer.parseInt(change.answer()), then);
      default -> words.say("transportcard.change.is." + change.question(), then);
    };
  }

  @Override
  public Said said(Words words, String question, String answer) {
    String label = words.say("transportcard.short." + question);
    return switch (question) {
      case "income" ->
          new Said(label, CardQuestions.cents(answer).map(c -> euros(words, c)).orElse(answer));
      case "members" -> new Said(label, answer);
      default ->
          new Said(
              label,
              answer.equals("yes")
                  ? words.say("transportcard.yes")
                  : words.say("transportcard.no"));
    };
  }

  @Override
  public List<Ground> grounds(Words words) {
    return java.util.stream.IntStream.rangeClosed(1, thresholds.mostMembers())
        .mapToObj(members ->
            new Ground(
                words.say("transportcard.threshold", members),
                words.say(
                    "transportcard.threshold.value",
                    euros(words, thresholds.free(members).orElseThrow()),
                    euros(words, thresholds.reduced(members).orElseThrow())),
                thresholds.source(),
                thresholds.href()))
        .toList();
  }

  @Override
  public Monitored monitored() {
    return new CardCounts();
  }

  static String euros(Words words, long cents) {
    return words.number(cents / 100.0, 2) + "\u00a0€";
  }
}
