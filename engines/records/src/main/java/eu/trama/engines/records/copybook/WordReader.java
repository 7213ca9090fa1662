package eu.trama.engines.records.copybook;

import eu.trama.engines.records.copybook.Token.Kind;
import java.util.List;

/// Reads words one after the other; past the last it yields words of kind END.
final class WordReader {
  private final List<Token> words;
  private int at;

  WordReader(List<Token> words, int at) {
    this.words = words;
    this.at = at;
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    if (at + ahead < words.size()) {
      return words.get(at + ahead);
    }
    Place place = words.isEmpty() ? new Place("", 0, 0) : words.getLast().place();
    return Token.of(Kind.END, "", place);
  }

  Token next() {
    Token token = peek();
    if (at < words.size()) {
      at++;
    }
    return token;
  }

  /// Takes the next word where it is one of those given.
  boolean take(String... options) {
    if (peek().isAny(options)) {
      at++;
      return true;
    }
    return false;
  }

  boolean takePeriod() {
    if (peek().is(Kind.PERIOD)) {
      at++;
      return true;
    }
    return false;
  }

  /// Goes on behind the next period.
  void skipSentence() {
    while (!peek().is(Kind.END) && !takePeriod()) {
      at++;
    }
  }

  int position() {
    return at;
  }
}
