package eu.trama.engines.records.copybook;

import eu.trama.engines.records.copybook.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Cuts source text into words. Parentheses belong to their word, since data descriptions hold them
/// in pictures alone; a period, comma or semicolon before a blank ends a word.
final class Lexer {
  private final SourceText text;
  private final Complaints complaints;
  private final int mostWords;
  private int at;

  private Lexer(SourceText text, Complaints complaints, int mostWords) {
    this.text = text;
    this.complaints = complaints;
    this.mostWords = mostWords;
  }

  static List<Token> words(SourceText text, Complaints complaints, int mostWords) {
    Lexer lexer = new Lexer(text, complaints, mostWords);
    return lexer.until(text.length());
  }

  private List<Token> until(int end) {
    List<Token> words = new ArrayList<>();
    while (at < end) {
      char c = text.at(at);
      if (Character.isWhitespace(c) || ((c == ',' || c == ';') && separates(at, end))) {
        at++;
      } else if (words.size() >= mostWords) {
        complaints.error(
            "too_many_words", text.place(at), "", "split the copybook: more words than allowed");
        at = end;
      } else {
        words.add(next(end));
      }
    }
    return words;
  }

  private boolean separates(int index, int end) {
    return index + 1 >= end || Character.isWhitespace(text.at(index + 1));
  }

  private Token next(int end) {
    int from = at;
    char c = text.at(at);
    if (c == '.' && separates(at, end)) {
      at++;
      return Token.of(Kind.PERIOD, ".", text.place(from));
    }
    if (c == '=' && text.at(at + 1) == '=') {
      return pseudoText(end);
    }
    if (c == '"' || c == '\'') {
      return literal(from, end);
    }
    while (at < end) {
      char here = text.at(at);
      if (here == '"' || here == '\'') {
        if (isLiteralPrefix(text.text(from, at))) {
          return literal(from, end);
        }
        break;
      }
      boolean ends = Character.isWhitespace(here);
      if (ends || ((here == '.' || here == ',' || here == ';') && separates(at, end))) {
        break;
      }
      if (at > from && here == '=' && text.at(at + 1) == '=') {
        break;
      }
      at++;
    }
    return Token.of(Kind.WORD, text.text(from, at), text.place(from));
  }

  private static boolean isLiteralPrefix(String prefix) {
    return switch (prefix) {
      case "X", "x", "N", "n", "NX", "nx", "Z", "z", "G", "g", "B", "b", "H", "h" -> true;
      default -> false;
    };
  }

  /// The text keeps its prefix and one opening quote, so that `X"40"` stays apart from `"40"`.
  private Token literal(int from, int end) {
    StringBuilder content = new StringBuilder();
    content.append(text.text(from, at));
    char quote = text.at(at++);
    content.append('"');
    while (at < end) {
      char c = text.at(at++);
      if (c == quote) {
        if (at < end && text.at(at) == quote) {
          at++;
        } else {
          return Token.of(Kind.LITERAL, content.toString(), text.place(from));
        }
      } else if (c == '\n') {
        break;
      }
      content.append(c);
    }
    complaints.error(
        "open_literal", text.place(from), content.toString(), "close the literal with " + quote);
    return Token.of(Kind.LITERAL, content.toString(), text.place(from));
  }

  private Token pseudoText(int end) {
    Place place = text.place(at);
    int from = at + 2;
    int close = from;
    while (close < end && !(text.at(close) == '=' && text.at(close + 1) == '=')) {
      close++;
    }
    if (close >= end) {
      complaints.error("open_pseudo_text", place, "==", "close the pseudo-text with ==");
    }
    at = from;
    List<Token> inside = until(close);
    at = Math.min(end, close + 2);
    return new Token(Kind.PSEUDO_TEXT, text.text(from, Math.max(from, close)), place, inside);
  }
}
