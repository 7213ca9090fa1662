package eu.trama.engines.records.copybook;

import eu.trama.engines.records.copybook.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One pair of COPY REPLACING.
///
/// @param how whole words, the begin of a word, its end, or a tag such as `:PREFIX:` inside a word
/// @param search what is looked for
/// @param by what takes its place
record Replacement(How how, List<Token> search, List<Token> by) {
  enum How {
    WORDS,
    LEADING,
    TRAILING,
    TAG
  }

  /// A pseudo-text of one word between colons or parentheses stands for a part of words, as all
  /// compilers of the field take it.
  static Replacement of(How how, List<Token> search, List<Token> by) {
    if (how == How.WORDS && search.size() == 1 && search.getFirst().is(Kind.WORD)) {
      String word = search.getFirst().text();
      boolean tag =
          word.length() > 2
              && ((word.startsWith(":") && word.endsWith(":"))
                  || (word.startsWith("(") && word.endsWith(")")));
      return new Replacement(tag ? How.TAG : How.WORDS, search, by);
    }
    return new Replacement(how, search, by);
  }

  /// How many words from `at` on this pair takes; 0 where it does not apply.
  int matches(List<Token> words, int at) {
    if (search.isEmpty()) {
      return 0;
    }
    if (how == How.WORDS) {
      if (at + search.size() > words.size()) {
        return 0;
      }
      for (int i = 0; i < search.size(); i++) {
        if (!search.get(i).same(words.get(at + i))) {
          return 0;
        }
      }
      return search.size();
    }
    return words.get(at).is(Kind.WORD) && position(words.get(at).text()) >= 0 ? 1 : 0;
  }

  /// What takes the place of the words that matched.
  List<Token> replaced(Token found) {
    List<Token> result = new ArrayList<>();
    if (how == How.WORDS) {
      for (Token token : by) {
        result.add(Token.of(token.kind(), token.text(), found.place()));
      }
      return result;
    }
    String word = found.text();
    String part = search.getFirst().text();
    String other = by.isEmpty() ? "" : by.getFirst().text();
    StringBuilder text = new StringBuilder(word);
    int at = position(word);
    while (at >= 0) {
      text.replace(at, at + part.length(), other);
      at = how == How.TAG ? lower(text.toString()).indexOf(lower(part), at + other.length()) : -1;
    }
    if (!text.isEmpty()) {
      result.add(found.withText(text.toString()));
    }
    return result;
  }

  private int position(String word) {
    String text = lower(word);
    String part = lower(search.getFirst().text());
    return switch (how) {
      case LEADING -> text.startsWith(part) ? 0 : -1;
      case TRAILING -> text.endsWith(part) ? text.length() - part.length() : -1;
      default -> text.indexOf(part);
    };
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
