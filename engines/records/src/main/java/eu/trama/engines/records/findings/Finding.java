package eu.trama.engines.records.findings;

/// One thing wrong with an input, and what to do about it.
///
/// @param code stable name in lower snake case, such as `unknown_clause`
/// @param severity whether something was left out
/// @param source name of the copybook or file
/// @param line line counted from 1; 0 when the finding is not about a line
/// @param column column counted from 1 as an editor shows it; 0 when it is about the whole line
/// @param value offending text, shortened to 80 characters
/// @param advice what the author of the input can do
public record Finding(
    String code,
    Severity severity,
    String source,
    int line,
    int column,
    String value,
    String advice) {
  private static final int LONGEST_VALUE = 80;

  /// How much a finding costs the result.
  public enum Severity {
    /// Something could not be read.
    ERROR,
    /// Everything was used, yet it deserves a look.
    WARNING
  }

  public Finding {
    if (value.length() > LONGEST_VALUE) {
      value = value.substring(0, LONGEST_VALUE) + "…";
    }
  }

  @Override
  public String toString() {
    return source + ":" + line + ":" + column + ": " + code + " '" + value + "': " + advice;
  }
}
