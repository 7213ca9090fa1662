package eu.trama.city.algorithms.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A word of a condition.
///
/// @param at the character at which it stands, from 0
record ConditionToken(Kind kind, String text, int at) {

  enum Kind {
    /// A question, in braces.
    NAME,
    /// In quotes.
    TEXT,
    NUMBER,
    WORD,
    SIGN,
    END
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*+(?:\\{(?<name>[^{}]{1,200}+)}"
              + "|'(?<single>[^'\\\\]*+)'"
              + "|\"(?<double>[^\"\\\\]*+)\""
              + "|(?<number>\\d{1,15}+(?:\\.\\d{1,15}+)?+)(?![\\w.])"
              + "|(?<word>[A-Za-z]++)(?![\\w.(])"
              + "|(?<sign>\\|\\||&&|==|<>|!=|\\*=|[=!()\\[\\],]))");

  boolean is(Kind other) {
    return kind == other;
  }

  static List<ConditionToken> of(String expression) throws ConditionReader.NotRead {
    var tokens = new ArrayList<ConditionToken>();
    Matcher matcher = TOKEN.matcher(expression);
    int at = 0;
    int end = expression.stripTrailing().length();
    while (at < end) {
      matcher.region(at, end).useTransparentBounds(true);
      if (!matcher.lookingAt()) {
        String rest = expression.substring(at, Math.min(end, at + 30));
        throw new ConditionReader.NotRead("‘" + rest.strip() + "’ at character " + (at + 1));
      }
      tokens.add(token(matcher));
      at = matcher.end();
    }
    tokens.add(new ConditionToken(Kind.END, "", end));
    return tokens;
  }

  private static ConditionToken token(Matcher matcher) {
    int at = matcher.start();
    String name = matcher.group("name");
    if (name != null) {
      return new ConditionToken(Kind.NAME, name, at);
    }
    for (String quoted : List.of("single", "double")) {
      String text = matcher.group(quoted);
      if (text != null) {
        return new ConditionToken(Kind.TEXT, text, at);
      }
    }
    String number = matcher.group("number");
    if (number != null) {
      return new ConditionToken(Kind.NUMBER, number, at);
    }
    String word = matcher.group("word");
    return word != null
        ? new ConditionToken(Kind.WORD, word, at)
        : new ConditionToken(Kind.SIGN, matcher.group("sign"), at);
  }
}
