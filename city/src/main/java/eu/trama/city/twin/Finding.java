package eu.trama.city.twin;

/// Something that is wrong with an input, told so that a person can mend it.
///
/// @param code stable name of the kind of fault, such as `coordinates-swapped`
/// @param file name of the file, or what stands in its place
/// @param line line, record or feature number from 1; 0 where none applies
/// @param field column or property; empty where none applies
/// @param value what stood there, cut to a readable length
/// @param advice what to do about it
public record Finding(
    Severity severity,
    String code,
    String file,
    long line,
    String field,
    String value,
    String advice) {

  private static final int READABLE = 120;

  public enum Severity {
    /// Nothing of this input is taken.
    ERROR,
    /// The row or value was left out or mended; the rest is taken.
    WARNING
  }

  public Finding {
    value = value.length() <= READABLE ? value : value.substring(0, READABLE) + "…";
  }

  public static Finding error(
      String code, String file, long line, String field, String value, String advice) {
    return new Finding(Severity.ERROR, code, file, line, field, value, advice);
  }

  public static Finding warning(
      String code, String file, long line, String field, String value, String advice) {
    return new Finding(Severity.WARNING, code, file, line, field, value, advice);
  }

  @Override
  public String toString() {
    var text = new StringBuilder().append(severity == Severity.ERROR ? "error" : "warning");
    text.append(' ').append(code).append(": ").append(file);
    if (line > 0) {
      text.append(':').append(line);
    }
    if (!field.isEmpty()) {
      text.append(", field ").append(field);
    }
    if (!value.isEmpty()) {
      text.append(", value ‘").append(value).append('’');
    }
    return text.append(". ").append(advice).toString();
  }
}
