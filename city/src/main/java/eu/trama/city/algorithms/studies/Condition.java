package eu.trama.city.algorithms.studies;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// When a question is shown: the part of SurveyJS's expression language that questionnaires use,
/// with its meaning there. Names of questions and texts are compared without regard to case, texts
/// without the space around them.
public sealed interface Condition {

  /// Whether it holds for these answers.
  boolean holds(Map<String, Value> answers);

  /// What can stand on a side of a comparison: the answer to a question, or what is written.
  sealed interface Operand {

    record Answer(String question) implements Operand {}

    record Written(Value value) implements Operand {}

    /// The value; empty when the question is not answered.
    default Optional<Value> of(Map<String, Value> answers) {
      return switch (this) {
        case Written(Value value) -> Optional.of(value);
        case Answer(String question) -> answer(question, answers);
      };
    }

    private static Optional<Value> answer(String question, Map<String, Value> answers) {
      var exact = answers.get(question);
      if (exact != null) {
        return Optional.of(exact).filter(v -> !v.empty());
      }
      String sought = question.toLowerCase(Locale.ROOT);
      return answers.entrySet().stream()
          .filter(e -> e.getKey().toLowerCase(Locale.ROOT).equals(sought))
          .map(Map.Entry::getValue)
          .filter(v -> !v.empty())
          .findFirst();
    }
  }

  /// How two operands are compared.
  enum Comparison {
    EQUAL,
    NOT_EQUAL,
    CONTAINS,
    NOT_CONTAINS,
    ANY_OF,
    ALL_OF
  }

  /// Always.
  record Always() implements Condition {
    @Override
    public boolean holds(Map<String, Value> answers) {
      return true;
    }
  }

  record All(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Map<String, Value> answers) {
      return parts.stream().allMatch(p -> p.holds(answers));
    }
  }

  record Any(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Map<String, Value> answers) {
      return parts.stream().anyMatch(p -> p.holds(answers));
    }
  }

  record Not(Condition part) implements Condition {
    @Override
    public boolean holds(Map<String, Value> answers) {
      return !part.holds(answers);
    }
  }

  /// Whether something was answered.
  record Answered(Operand operand) implements Condition {
    @Override
    public boolean holds(Map<String, Value> answers) {
      return operand.of(answers).filter(v -> !v.empty()).isPresent();
    }
  }

  record Compared(Operand left, Comparison how, Operand right) implements Condition {
    @Override
    public boolean holds(Map<String, Value> answers) {
      Optional<Value> a = left.of(answers).filter(v -> !v.empty());
      Optional<Value> b = right.of(answers).filter(v -> !v.empty());
      return switch (how) {
        case EQUAL -> equal(a, b);
        case NOT_EQUAL -> !equal(a, b);
        case CONTAINS -> contains(a, b);
        case NOT_CONTAINS -> notContains(a, b);
        case ANY_OF -> anyOf(a, b);
        case ALL_OF -> allOf(a, b);
      };
    }

    private static boolean equal(Optional<Value> a, Optional<Value> b) {
      if (a.isPresent() && b.isPresent()) {
        return a.get().same(b.get());
      }
      return a.isEmpty() && b.isEmpty();
    }

    private static boolean contains(Optional<Value> a, Optional<Value> b) {
      if (a.isEmpty()) {
        return false;
      }
      if (a.get() instanceof Value.Several several) {
        Predicate<Value> within = v -> several.values().stream().anyMatch(v::same);
        return b.isPresent() && b.get().parts().stream().allMatch(within);
      }
      // A text contains another as a part of itself, and here case counts.
      return b.isPresent() && a.get().text().contains(b.get().text());
    }

    private static boolean notContains(Optional<Value> a, Optional<Value> b) {
      if (a.isEmpty() || (b.isEmpty() && a.get() instanceof Value.One)) {
        return a.isEmpty() && b.isPresent();
      }
      return !contains(a, b);
    }

    private static boolean anyOf(Optional<Value> a, Optional<Value> b) {
      if (a.isEmpty() || b.isEmpty()) {
        return b.isEmpty();
      }
      if (!(a.get() instanceof Value.Several)) {
        return contains(b, a);
      }
      return b.get().parts().stream().anyMatch(v -> contains(a, Optional.of(v)));
    }

    private static boolean allOf(Optional<Value> a, Optional<Value> b) {
      return a.isPresent()
          && b.isPresent()
          && b.get().parts().stream().allMatch(v -> contains(a, Optional.of(v)));
    }
  }
}
