package eu.trama.engines.records.copybook;

/// How the lines of a copybook are laid out.
public enum SourceFormat {
  /// Sequence in columns 1-6, indicator in 7, text in 8-72, identification in 73-80.
  FIXED,
  /// Text from the first column on.
  FREE,
  /// Fixed where the lines look so, else free.
  DETECT;

  /// Lines look fixed when none has a word that begins in columns 1-6 and goes on as text, and
  /// column 7 holds an indicator.
  static SourceFormat detect(Iterable<String> lines) {
    int fixed = 0;
    int free = 0;
    for (String line : lines) {
      if (line.isBlank() || line.stripLeading().startsWith("*>")) {
        continue;
      }
      if (looksFixed(line)) {
        fixed++;
      } else {
        free++;
      }
    }
    return free * 4 > fixed ? FREE : FIXED;
  }

  private static boolean looksFixed(String line) {
    String sequence = line.substring(0, Math.min(6, line.length()));
    if (!sequence.strip().isEmpty()
        && (sequence.strip().contains(" ") || sequence.contains(".") || sequence.contains("\t"))) {
      return false;
    }
    return line.length() < 7 || " *-/DdSs$".indexOf(line.charAt(6)) >= 0;
  }
}
