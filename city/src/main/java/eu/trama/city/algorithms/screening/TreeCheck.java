package eu.trama.city.algorithms.screening;

import eu.trama.city.algorithms.screening.ScreeningTree.Answer;
import eu.trama.city.algorithms.screening.ScreeningTree.Conclusion;
import eu.trama.city.algorithms.screening.ScreeningTree.Question;
import eu.trama.city.algorithms.screening.ScreeningTree.When;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/// Whether every way through a tree ends in a conclusion, and every part of it can be reached.
final class TreeCheck {

  /// A bound on the work: pairs of a question and of what is known there.
  private static final int MOST_STATES = 500_000;

  private final ScreeningTree tree;
  private final TreeFile file;

  TreeCheck(ScreeningTree tree, TreeFile file) {
    this.tree = tree;
    this.file = file;
  }

  void check() {
    if (names() && noLoops()) {
      reached();
      ends();
    }
  }

  /// Every name stands for something.
  private boolean names() {
    boolean right = known(tree.first(), "first");
    var established = new HashSet<String>();
    for (Question question : tree.questions().values()) {
      String at = "questions." + question.id();
      if (question.answers().isEmpty()) {
        file.wrong("dead-end", at, question.id(), "Give the question answers.");
        right = false;
      }
      for (Answer answer : question.answers()) {
        established.addAll(answer.facts());
        right &= known(answer.next(), at + ".answers." + answer.key() + ".next");
        answer.date().ifPresent(d -> date(d, at + ".answers." + answer.key()));
      }
    }
    var used = new HashSet<String>();
    tree.conclusions()
        .forEach(c -> {
          used.addAll(facts(c.when(), "conclusions." + c.id(), established));
          c.date().ifPresent(d -> date(d, "conclusions." + c.id()));
          if (c.articles().isEmpty()) {
            file.wrong("no-article", "conclusions." + c.id(), c.id(), "Say where the law says so.");
          }
        });
    tree.duties()
        .forEach(d -> {
          used.addAll(facts(d.when(), "duties." + d.id(), established));
          date(d.date(), "duties." + d.id());
          if (d.articles().isEmpty()) {
            file.wrong("no-article", "duties." + d.id(), d.id(), "Say where the law says so.");
          }
        });
    established.removeAll(used);
    for (String idle : new TreeSet<>(established)) {
      file.wrong("idle-fact", "questions", idle, "Nothing follows from this fact: use or drop it.");
    }
    tree.dates()
        .forEach((key, date) ->
            date.amendment()
                .filter(a -> !tree.amendments().containsKey(a))
                .ifPresent(a ->
                    file.wrong(
                        "unknown-amendment", "dates." + key, a, "Define it in amendments.")));
    return right;
  }

  private boolean known(String question, String at) {
    if (question.equals(ScreeningTree.END) || tree.questions().containsKey(question)) {
      return true;
    }
    file.wrong("dead-end", at, question, "Name a question of this file, or ‘end’.");
    return false;
  }

  private void date(String key, String at) {
    if (!tree.dates().containsKey(key)) {
      file.wrong("unknown-date", at + ".date", key, "Define it in dates.");
    }
  }

  private Set<String> facts(When when, String at, Set<String> established) {
    var named = new TreeSet<String>(when.any());
    named.addAll(when.all());
    named.addAll(when.none());
    for (String fact : named) {
      if (!established.contains(fact)) {
        file.wrong("unknown-fact", at + ".when", fact, "No answer establishes it.");
      }
    }
    return named;
  }

  /// Whether nobody is ever asked the same question twice.
  private boolean noLoops() {
    var done = new HashSet<String>();
    for (String id : tree.questions().keySet()) {
      if (loops(id, new LinkedHashSet<>(), done)) {
        return false;
      }
    }
    return true;
  }

  private boolean loops(String id, java.util.SequencedSet<String> way, Set<String> done) {
    if (id.equals(ScreeningTree.END) || done.contains(id)) {
      return false;
    }
    if (!way.add(id)) {
      file.wrong("loop", "questions." + id, String.join(" > ", way), "Lead on, never back.");
      return true;
    }
    for (Answer answer : tree.question(id).answers()) {
      if (loops(answer.next(), way, done)) {
        return true;
      }
    }
    way.remove(id);
    done.add(id);
    return false;
  }

  private void reached() {
    var seen = new TreeSet<String>();
    Deque<String> open = new ArrayDeque<>(Set.of(tree.first()));
    while (!open.isEmpty()) {
      String id = open.pop();
      if (!id.equals(ScreeningTree.END) && seen.add(id)) {
        tree.question(id).answers().forEach(a -> open.push(a.next()));
      }
    }
    for (String id : new TreeSet<>(tree.questions().keySet())) {
      if (!seen.contains(id)) {
        file.wrong("unreachable", "questions." + id, id, "No answer leads here: link or drop it.");
      }
    }
  }

  /// A question together with what is known when it is asked: ways that agree in both are one. It
  /// is no key itself, since the hash of a record is made at run time, which costs at each start.
  private record State(String question, Set<String> facts) {}

  private void ends() {
    var seen = new HashMap<String, Set<Set<String>>>();
    var drawn = new HashSet<String>();
    int ways = 0;
    Deque<State> open = new ArrayDeque<>();
    open.push(new State(tree.first(), Set.of()));
    while (!open.isEmpty()) {
      State state = open.pop();
      if (!seen.computeIfAbsent(state.question(), q -> new HashSet<>()).add(state.facts())) {
        continue;
      }
      ways++;
      if (ways > MOST_STATES) {
        file.wrong("too-many-ways", "questions", "" + MOST_STATES, "Split the tree.");
        return;
      }
      if (state.question().equals(ScreeningTree.END)) {
        var conclusion =
            tree.conclusions().stream().filter(c -> c.when().holds(state.facts())).findFirst();
        conclusion.ifPresentOrElse(
            c -> drawn.add(c.id()),
            () ->
                file.wrong(
                    "no-conclusion", "conclusions", state.facts().toString(), "Conclude here."));
        continue;
      }
      for (Answer answer : tree.question(state.question()).answers()) {
        var facts = new TreeSet<>(state.facts());
        facts.addAll(answer.facts());
        open.push(new State(answer.next(), facts));
      }
    }
    for (Conclusion conclusion : tree.conclusions()) {
      if (!drawn.contains(conclusion.id())) {
        file.wrong(
            "unreachable", "conclusions." + conclusion.id(), conclusion.id(), "No way ends here.");
      }
    }
  }
}
