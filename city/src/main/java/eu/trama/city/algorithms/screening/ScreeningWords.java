package eu.trama.city.algorithms.screening;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.screening.ScreeningTree.AppliesFrom;
import eu.trama.city.algorithms.screening.ScreeningView.Asked;
import eu.trama.city.algorithms.screening.ScreeningView.End;
import eu.trama.city.algorithms.screening.ScreeningView.Given;
import eu.trama.city.algorithms.screening.ScreeningView.Must;
import eu.trama.city.algorithms.screening.ScreeningView.Option;
import eu.trama.city.web.Words;
import eu.trama.city.web.part.FormError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A [Walk] in the words of one language.
final class ScreeningWords {

  private static final String ADDRESS = "/algorithms/screening";

  private final Words words;
  private final Walk walk;
  private final String system;

  /// @param system that is screened, as its form names it; may be empty
  ScreeningWords(Words words, Walk walk, String system) {
    this.words = words;
    this.walk = walk;
    this.system = system;
  }

  /// @param then answers that were given before going back
  /// @param attach whether the reader may attach the end to a system
  /// @param proposed whether the platform's authors propose these answers
  ScreeningView view(List<String> then, boolean attach, boolean proposed, List<FormError> errors) {
    var keys = walk.keys();
    return new ScreeningView(
        walk.tree().law(),
        String.join(".", keys),
        String.join(".", then),
        keys.size() + 1,
        keys.size() + longest(),
        walk.next().map(q -> asked(q, then)),
        walk.conclusion().map(c -> end(c, attach)),
        given(),
        system,
        proposed,
        errors);
  }

  private Asked asked(ScreeningTree.Question question, List<String> then) {
    String before = then.isEmpty() ? "" : then.getFirst();
    var options =
        question.answers().stream()
            .map(a ->
                new Option(
                    a.key(),
                    a.text().in(words.language()),
                    a.hint().in(words.language()),
                    a.key().equals(before)))
            .toList();
    return new Asked(
        question.text().in(words.language()),
        question.hint().in(words.language()),
        String.join(", ", question.articles()),
        options,
        walk.steps().isEmpty() ? "" : backTo(walk.steps().size() - 1, then));
  }

  /// The address of the question after so many answers; those that follow are kept.
  private String backTo(int answered, List<String> then) {
    var keys = walk.keys();
    var kept = new ArrayList<>(keys.subList(answered, keys.size()));
    kept.addAll(then);
    return ADDRESS
        + "?so-far="
        + String.join(".", keys.subList(0, answered))
        + "&then="
        + String.join(".", kept)
        + (SystemId.FORM.matcher(system).matches() ? "&system=" + system : "")
        + "#main";
  }

  private List<Given> given() {
    var given = new ArrayList<Given>();
    for (int i = 0; i < walk.steps().size(); i++) {
      var step = walk.steps().get(i);
      given.add(
          new Given(
              step.question().text().in(words.language()),
              step.answer().text().in(words.language()),
              backTo(i, List.of())));
    }
    return given;
  }

  private End end(ScreeningTree.Conclusion conclusion, boolean attach) {
    String tone =
        switch (conclusion.risk()) {
          case UNACCEPTABLE -> "bad";
          case HIGH -> "warn";
          case LIMITED -> "note";
          case MINIMAL -> "good";
        };
    var duties =
        walk.duties().stream()
            .map(d ->
                new Must(
                    words.say("studies.who." + d.who()),
                    d.text().in(words.language()),
                    String.join(", ", d.articles()),
                    from(Objects.requireNonNull(walk.tree().dates().get(d.date())))))
            .toList();
    return new End(
        tone,
        words.say("studies.risk." + conclusion.risk().key()),
        conclusion.title().in(words.language()),
        conclusion.meaning().in(words.language()),
        conclusion.then().in(words.language()),
        walk.articles(),
        duties,
        amendments(),
        attach);
  }

  private String from(AppliesFrom date) {
    return date.amended()
        .map(amended -> words.say("studies.from.amended", date.published(), date.source(), amended))
        .orElseGet(() -> words.say("studies.from", date.published(), date.source()));
  }

  private List<String> amendments() {
    return walk.dates().values().stream()
        .flatMap(d -> d.amendment().stream())
        .distinct()
        .flatMap(a -> Optional.ofNullable(walk.tree().amendments().get(a)).stream())
        .map(a -> a.text().in(words.language()) + " (" + String.join("; ", a.sources()) + ")")
        .toList();
  }

  private int longest() {
    return walk.next().map(q -> longest(q.id(), new HashMap<>())).orElse(0);
  }

  private int longest(String question, Map<String, Integer> known) {
    if (question.equals(ScreeningTree.END)) {
      return 0;
    }
    Integer before = known.get(question);
    if (before != null) {
      return before;
    }
    int most = 0;
    for (var answer : walk.tree().question(question).answers()) {
      most = Math.max(most, longest(answer.next(), known));
    }
    known.put(question, most + 1);
    return most + 1;
  }
}
