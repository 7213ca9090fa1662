package eu.trama.engines.transit.findings;

/// One thing wrong with an input, and what to do about it.
///
/// @param code stable name in lower snake case, such as `unknown_stop`
/// @param severity whether the row (or the whole input) was left out
/// @param file name of the file inside the feed, or what was being read
/// @param line line in that file counted from 1; 0 when the finding is about the whole file
/// @param field column, or empty
/// @param value offending value, shortened to 80 characters
/// @param advice what the author of the input can do
public record Finding(
    String code,
    Severity severity,
    String file,
    long line,
    String field,
    String value,
    String advice) {
  private static final int LONGEST_VALUE = 80;

  /// How much a finding costs the result.
  public enum Severity {
    /// Something was left out.
    ERROR,
    /// Everything was used, yet it deserves a look.
    WARNING
  }

  public Finding {
    if (value.length() > LONGEST_VALUE) {
      value = value.substring(0, LONGEST_VALUE) + "…";
    }
  }
}
