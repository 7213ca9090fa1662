package eu.trama.engines.records.copybook;

import java.util.List;
import java.util.Locale;

/// Resolves what COBOL lays down for lines: sequence numbers, indicators, comments, debugging lines
/// and continuations (Enterprise COBOL Language Reference, "Reference format").
final class SourceReader {
  private static final int INDICATOR = 6;
  private static final int TEXT = 7;
  private static final int TEXT_END = 72;
  private static final char SUBSTITUTE = '\u001a';

  private final SourceText text;
  private final boolean debugLines;
  private SourceFormat format;

  /// Quote that opened a literal not yet closed, or 0.
  private char open;

  private SourceReader(String source, SourceFormat format, boolean debugLines) {
    this.text = new SourceText(source);
    this.format = format;
    this.debugLines = debugLines;
  }

  static SourceText read(String source, String content, CopybookOptions options) {
    List<String> lines = content.lines().toList();
    SourceFormat format =
        options.format() == SourceFormat.DETECT ? SourceFormat.detect(lines) : options.format();
    SourceReader reader = new SourceReader(source, format, options.debugLines());
    for (int i = 0; i < lines.size(); i++) {
      reader.line(lines.get(i), i + 1);
    }
    return reader.text;
  }

  private void line(String line, int number) {
    if (directive(line)) {
      return;
    }
    if (format == SourceFormat.FREE) {
      open = 0;
      put(line, 0, line.length(), number);
      return;
    }
    String expanded = withoutTabs(line);
    if (expanded.length() <= INDICATOR) {
      return;
    }
    int end = Math.min(TEXT_END, expanded.length());
    switch (expanded.charAt(INDICATOR)) {
      case '*', '/', '$' -> {}
      case '-' -> continued(expanded, end, number);
      case 'D', 'd' -> {
        if (debugLines) {
          fresh(expanded, end, number);
        }
      }
      default -> fresh(expanded, end, number);
    }
  }

  private void fresh(String line, int end, int number) {
    open = 0;
    put(line, TEXT, end, number);
  }

  /// A word goes on where the last line ended, blanks left out; a literal goes on after the quote
  /// of this line, and the last line counts up to column 72.
  private void continued(String line, int end, int number) {
    int from = TEXT;
    while (from < end && line.charAt(from) == ' ') {
      from++;
    }
    if (open != 0) {
      text.dropLineEnd();
      if (from < end && line.charAt(from) == open) {
        from++;
      }
    } else {
      text.dropTrailingBlanks();
    }
    put(line, from, end, number);
  }

  private void put(String line, int from, int end, int number) {
    for (int i = from; i < end; i++) {
      char c = line.charAt(i);
      if (open == 0 && c == '*' && i + 1 < end && line.charAt(i + 1) == '>') {
        break;
      }
      if (c == open) {
        open = 0;
      } else if (open == 0 && (c == '"' || c == '\'')) {
        open = c;
      }
      text.add(c == SUBSTITUTE ? ' ' : c, number, i + 1);
    }
    if (open != 0 && format == SourceFormat.FIXED) {
      for (int i = end; i < TEXT_END; i++) {
        text.add(' ', number, i + 1);
      }
    }
    text.add('\n', number, end + 1);
  }

  private boolean directive(String line) {
    String upper = line.strip().toUpperCase(Locale.ROOT);
    if (!upper.startsWith(">>") && !upper.startsWith("$SET")) {
      return false;
    }
    if (upper.contains("SOURCE")) {
      if (upper.contains("FREE")) {
        format = SourceFormat.FREE;
      } else if (upper.contains("FIXED")) {
        format = SourceFormat.FIXED;
      }
    }
    return true;
  }

  /// Tab stops every eight columns, as editors of the field have them.
  private static String withoutTabs(String line) {
    if (line.indexOf('\t') < 0) {
      return line;
    }
    StringBuilder expanded = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\t') {
        do {
          expanded.append(' ');
        } while (expanded.length() % 8 != 0);
      } else {
        expanded.append(line.charAt(i));
      }
    }
    return expanded.toString();
  }
}
