package eu.trama.engines.records.copybook;

import java.util.List;

/// A word of source text.
///
/// @param kind what it is
/// @param text as written; of a literal its content, without quotes
/// @param place where it stands
/// @param inside words of a pseudo-text; empty for every other kind
record Token(Kind kind, String text, Place place, List<Token> inside) {
  enum Kind {
    WORD,
    LITERAL,
    /// Text between two `==`, as COPY REPLACING takes it.
    PSEUDO_TEXT,
    PERIOD,
    END
  }

  static Token of(Kind kind, String text, Place place) {
    return new Token(kind, text, place, List.of());
  }

  /// Whether this is the given word; COBOL knows no case.
  boolean is(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  boolean isAny(String... words) {
    for (String word : words) {
      if (is(word)) {
        return true;
      }
    }
    return false;
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  Token withText(String other) {
    return new Token(kind, other, place, inside);
  }

  boolean same(Token other) {
    return kind == other.kind
        && (kind == Kind.LITERAL ? text.equals(other.text) : text.equalsIgnoreCase(other.text));
  }
}
