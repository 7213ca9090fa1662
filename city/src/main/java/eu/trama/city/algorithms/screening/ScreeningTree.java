package eu.trama.city.algorithms.screening;

import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.algorithms.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Questions that lead to a risk class and to duties, as data. Each answer may establish facts,
/// such as `profiling`; the conclusion and the duties follow from the facts of the whole way.
///
/// @param id such as `ai-act`
/// @param version of the data
/// @param law its name, as the law is cited
/// @param checked when the data were last compared with the law
/// @param first id of the first question
/// @param conclusions in order: the first whose condition holds counts
/// @param hash SHA-256 of the file, in hex
public record ScreeningTree(
    String id,
    String version,
    String law,
    LocalDate checked,
    String first,
    Map<String, Question> questions,
    List<Conclusion> conclusions,
    List<Duty> duties,
    Map<String, AppliesFrom> dates,
    Map<String, Amendment> amendments,
    String hash) {

  /// What stands for `next` where the questions end.
  public static final String END = "end";

  /// @param articles where the law says what is asked
  public record Question(
      String id, Texts text, Texts hint, List<String> articles, List<Answer> answers) {

    public Optional<Answer> answer(String key) {
      return answers.stream().filter(a -> a.key().equals(key)).findFirst();
    }
  }

  /// @param key names the answer within its question, in addresses and in the store
  /// @param facts what is known of the system with this answer
  /// @param articles what of the law this answer brings in
  /// @param next id of the next question, or [#END]
  public record Answer(
      String key,
      Texts text,
      Texts hint,
      Set<String> facts,
      List<String> articles,
      Optional<String> date,
      String next) {}

  /// A condition on the facts of a way. Without any part it always holds.
  ///
  /// @param any at least one of these, where there are some
  public record When(Set<String> any, Set<String> all, Set<String> none) {

    public boolean holds(Set<String> facts) {
      return (any.isEmpty() || any.stream().anyMatch(facts::contains))
          && facts.containsAll(all)
          && none.stream().noneMatch(facts::contains);
    }
  }

  /// Where a way ends.
  ///
  /// @param title what the system is, in a few words
  /// @param meaning what that means
  /// @param then what happens next
  /// @param date key of [#dates] from which it counts, if it has one
  public record Conclusion(
      String id,
      RiskClass risk,
      Texts title,
      Texts meaning,
      Texts then,
      List<String> articles,
      Optional<String> date,
      When when) {}

  /// Something that must be done.
  ///
  /// @param who `provider`, `deployer` or `both`, as Art. 3(3) and (4) of the AI Act have it
  public record Duty(
      String id, String who, Texts text, List<String> articles, String date, When when) {}

  /// From when a part of the law applies.
  ///
  /// @param published the date in the law as it was published
  /// @param amended the date after an amendment, if one moved it
  /// @param amendment key of [#amendments]
  public record AppliesFrom(
      LocalDate published,
      String source,
      Optional<LocalDate> amended,
      Optional<String> amendment) {}

  /// A later act that changes the law.
  ///
  /// @param status `proposed`, `adopted` or `published`
  /// @param on the day of that status
  public record Amendment(
      String id, String status, LocalDate on, Texts text, List<String> sources) {}

  public ScreeningTree {
    questions = Map.copyOf(questions);
    conclusions = List.copyOf(conclusions);
    duties = List.copyOf(duties);
    dates = Map.copyOf(dates);
    amendments = Map.copyOf(amendments);
  }

  /// The question of that id.
  public Question question(String questionId) {
    return Objects.requireNonNull(questions.get(questionId), questionId);
  }
}
