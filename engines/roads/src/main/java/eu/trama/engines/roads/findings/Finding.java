package eu.trama.engines.roads.findings;

/// One thing wrong with an input, and what to do about it.
///
/// @param code stable name in lower snake case, such as `missing_nodes`
/// @param severity whether something (or the whole input) was left out
/// @param place where in the input, such as `blob 3 at byte 81920` or `way 4711`
/// @param value offending value, shortened to 80 characters
/// @param advice what the author of the input can do
public record Finding(String code, Severity severity, String place, String value, String advice) {
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
