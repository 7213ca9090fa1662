package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.studies.Condition.Comparison;
import eu.trama.city.algorithms.studies.Condition.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads a SurveyJS condition, such as `{risk} = 'item1-3' and {data} contains 'item2-1'`.
///
/// ```
/// or         = and { ("or" | "||") and }
/// and        = unary { ("and" | "&&") unary }
/// unary      = ("!" | "negate") unary | "(" or ")" | comparison
/// comparison = operand ("empty" | "notempty" | compare operand)
/// compare    = "=" | "==" | "equal" | "<>" | "!=" | "notequal" | "contains" | "contain" | "*="
///            | "notcontains" | "notcontain" | "anyof" | "allof"
/// operand    = "{" name "}" | text in quotes | number | "[" operand { "," operand } "]"
/// ```
///
/// Functions, sums and orders (`<`, `>`) are not read: [NotRead] says so, since a condition that is
/// guessed at would change a score unseen.
final class ConditionReader {

  static final int LONGEST = 4_000;
  private static final int DEEPEST = 50;

  private static final Map<String, Comparison> COMPARISONS =
      Map.ofEntries(
          Map.entry("=", Comparison.EQUAL),
          Map.entry("==", Comparison.EQUAL),
          Map.entry("equal", Comparison.EQUAL),
          Map.entry("<>", Comparison.NOT_EQUAL),
          Map.entry("!=", Comparison.NOT_EQUAL),
          Map.entry("notequal", Comparison.NOT_EQUAL),
          Map.entry("contains", Comparison.CONTAINS),
          Map.entry("contain", Comparison.CONTAINS),
          Map.entry("*=", Comparison.CONTAINS),
          Map.entry("notcontains", Comparison.NOT_CONTAINS),
          Map.entry("notcontain", Comparison.NOT_CONTAINS),
          Map.entry("anyof", Comparison.ANY_OF),
          Map.entry("allof", Comparison.ALL_OF));

  /// What was not understood, and at which character.
  static final class NotRead extends Exception {
    NotRead(String message) {
      super(message);
    }
  }

  private final List<ConditionToken> tokens;
  private int at;
  private int depth;

  private ConditionReader(List<ConditionToken> tokens) {
    this.tokens = tokens;
  }

  static Condition read(String expression) throws NotRead {
    if (expression.isBlank()) {
      return new Condition.Always();
    }
    if (expression.length() > LONGEST) {
      throw new NotRead("longer than " + LONGEST + " characters");
    }
    var reader = new ConditionReader(ConditionToken.of(expression));
    var condition = reader.or();
    if (!reader.next().is(ConditionToken.Kind.END)) {
      throw reader.unexpected();
    }
    return condition;
  }

  private ConditionToken next() {
    return tokens.get(at);
  }

  private NotRead unexpected() {
    return new NotRead("‘" + next().text() + "’ at character " + (next().at() + 1));
  }

  /// Takes the next token if it is one of these signs or words.
  private boolean took(String... signs) {
    if (next().is(ConditionToken.Kind.SIGN) || next().is(ConditionToken.Kind.WORD)) {
      String sign = next().text().toLowerCase(Locale.ROOT);
      if (List.of(signs).contains(sign)) {
        at++;
        return true;
      }
    }
    return false;
  }

  private Condition or() throws NotRead {
    if (++depth > DEEPEST) {
      throw new NotRead("nested deeper than " + DEEPEST);
    }
    var parts = new ArrayList<>(List.of(and()));
    while (took("or", "||")) {
      parts.add(and());
    }
    depth--;
    return parts.size() == 1 ? parts.getFirst() : new Condition.Any(List.copyOf(parts));
  }

  private Condition and() throws NotRead {
    var parts = new ArrayList<>(List.of(unary()));
    while (took("and", "&&")) {
      parts.add(unary());
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.All(List.copyOf(parts));
  }

  private Condition unary() throws NotRead {
    int signs = 0;
    while (took("!", "negate")) {
      signs++;
    }
    Condition condition;
    if (took("(")) {
      condition = or();
      if (!took(")")) {
        throw unexpected();
      }
    } else {
      condition = comparison();
    }
    return signs % 2 == 0 ? condition : new Condition.Not(condition);
  }

  private Condition comparison() throws NotRead {
    var left = operand();
    if (took("notempty")) {
      return new Condition.Answered(left);
    }
    if (took("empty")) {
      return new Condition.Not(new Condition.Answered(left));
    }
    var how = COMPARISONS.get(next().text().toLowerCase(Locale.ROOT));
    if (how == null || next().is(ConditionToken.Kind.TEXT)) {
      throw unexpected();
    }
    at++;
    return new Condition.Compared(left, how, operand());
  }

  private Operand operand() throws NotRead {
    var token = next();
    if (token.is(ConditionToken.Kind.NAME)) {
      at++;
      return new Operand.Answer(token.text());
    }
    if (token.is(ConditionToken.Kind.TEXT) || token.is(ConditionToken.Kind.NUMBER)) {
      at++;
      return new Operand.Written(Value.of(token.text()));
    }
    if (!took("[")) {
      throw unexpected();
    }
    return new Operand.Written(several());
  }

  private Value several() throws NotRead {
    var values = new ArrayList<Value>();
    do {
      if (!next().is(ConditionToken.Kind.TEXT) && !next().is(ConditionToken.Kind.NUMBER)) {
        throw unexpected();
      }
      values.add(Value.of(next().text()));
      at++;
    } while (took(","));
    if (!took("]")) {
      throw unexpected();
    }
    return new Value.Several(values);
  }
}
