package eu.trama.engines.records.copybook;

import java.util.Arrays;

/// Source text with columns, comments and continuations resolved; every character keeps its place.
final class SourceText {
  private final String source;
  private char[] characters = new char[1024];
  private int[] lines = new int[1024];
  private int[] columns = new int[1024];
  private int length;

  SourceText(String source) {
    this.source = source;
  }

  void add(char character, int line, int column) {
    if (length == characters.length) {
      characters = Arrays.copyOf(characters, length * 2);
      lines = Arrays.copyOf(lines, length * 2);
      columns = Arrays.copyOf(columns, length * 2);
    }
    characters[length] = character;
    lines[length] = line;
    columns[length] = column;
    length++;
  }

  /// Takes back blanks and the line end before them, so that the next character continues a word.
  void dropTrailingBlanks() {
    while (length > 0 && Character.isWhitespace(characters[length - 1])) {
      length--;
    }
  }

  /// Takes back the line end alone: in a literal the blanks before it count.
  void dropLineEnd() {
    if (length > 0 && characters[length - 1] == '\n') {
      length--;
    }
  }

  int length() {
    return length;
  }

  char at(int index) {
    return index < length ? characters[index] : '\n';
  }

  Place place(int index) {
    if (length == 0) {
      return new Place(source, 1, 1);
    }
    int at = Math.min(index, length - 1);
    return new Place(source, lines[at], columns[at]);
  }

  String text(int from, int to) {
    return new String(characters, from, to - from);
  }
}
