package eu.trama.city.algorithms.screening;

import eu.trama.city.algorithms.screening.ScreeningTree.Answer;
import eu.trama.city.algorithms.screening.ScreeningTree.AppliesFrom;
import eu.trama.city.algorithms.screening.ScreeningTree.Conclusion;
import eu.trama.city.algorithms.screening.ScreeningTree.Duty;
import eu.trama.city.algorithms.screening.ScreeningTree.Question;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// One way through a [ScreeningTree], from its first question as far as it was answered.
///
/// @param next the question that comes now; empty at the end
public record Walk(ScreeningTree tree, List<Step> steps, Optional<Question> next) {

  /// One answer on the way.
  public record Step(Question question, Answer answer) {}

  /// Walks as far as the answers fit. What does not fit, and all after it, is left out: the
  /// question is then asked anew, which is what somebody with an old address wants.
  public static Walk of(ScreeningTree tree, List<String> answers) {
    var steps = new ArrayList<Step>();
    String at = tree.first();
    for (String key : answers) {
      if (at.equals(ScreeningTree.END)) {
        break;
      }
      var question = tree.question(at);
      var answer = question.answer(key);
      if (answer.isEmpty()) {
        break;
      }
      steps.add(new Step(question, answer.get()));
      at = answer.get().next();
    }
    return new Walk(
        tree,
        List.copyOf(steps),
        at.equals(ScreeningTree.END) ? Optional.empty() : Optional.of(tree.question(at)));
  }

  public boolean ended() {
    return next.isEmpty();
  }

  /// The keys of the answers, by which [#of] finds the same way again.
  public List<String> keys() {
    return steps.stream().map(s -> s.answer().key()).toList();
  }

  /// What is known of the system.
  public Set<String> facts() {
    var facts = new TreeSet<String>();
    steps.forEach(s -> facts.addAll(s.answer().facts()));
    return facts;
  }

  /// Where the way ends; empty while questions are left.
  public Optional<Conclusion> conclusion() {
    if (!ended()) {
      return Optional.empty();
    }
    var facts = facts();
    return tree.conclusions().stream().filter(c -> c.when().holds(facts)).findFirst();
  }

  /// What must be done; none while questions are left.
  public List<Duty> duties() {
    var facts = facts();
    return ended() ? tree.duties().stream().filter(d -> d.when().holds(facts)).toList() : List.of();
  }

  /// All of the law that counts on this way: of the conclusion, of the answers, of the duties.
  public List<String> articles() {
    var articles = new LinkedHashSet<String>();
    conclusion().ifPresent(c -> articles.addAll(c.articles()));
    steps.forEach(s -> articles.addAll(s.answer().articles()));
    duties().forEach(d -> articles.addAll(d.articles()));
    return List.copyOf(articles);
  }

  /// The days that matter on this way, by their key.
  public Map<String, AppliesFrom> dates() {
    var keys = new TreeSet<String>();
    steps.forEach(s -> s.answer().date().ifPresent(keys::add));
    conclusion().flatMap(Conclusion::date).ifPresent(keys::add);
    duties().forEach(d -> keys.add(d.date()));
    var dates = new TreeMap<String, AppliesFrom>();
    keys.forEach(k -> Optional.ofNullable(tree.dates().get(k)).ifPresent(d -> dates.put(k, d)));
    return dates;
  }
}
