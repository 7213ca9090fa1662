package eu.trama.city.ogc;

import org.springframework.http.HttpStatus;

/// A request that is refused, told as a problem document (RFC 9457) to programs and as a page to
/// people.
public final class Problem extends RuntimeException {

  private static final String UNTYPED = "about:blank";

  private final HttpStatus status;
  private final String type;

  /// @param detail what is wrong and how to mend it, in English: it is read by those who write
  ///   programs
  public Problem(HttpStatus status, String detail) {
    this(status, UNTYPED, detail);
  }

  /// @param type address that a standard gives to this kind of problem
  public Problem(HttpStatus status, String type, String detail) {
    super(detail);
    this.status = status;
    this.type = type;
  }

  /// A parameter that is unknown or cannot be read.
  public static Problem parameter(String name, String value, String advice) {
    return new Problem(
        HttpStatus.BAD_REQUEST,
        "Parameter ‘%s’ has the value ‘%s’. %s".formatted(shown(name), shown(value), advice));
  }

  public static Problem missing(String what) {
    return new Problem(HttpStatus.NOT_FOUND, "There is no %s here.".formatted(shown(what)));
  }

  public HttpStatus status() {
    return status;
  }

  public String type() {
    return type;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  private static String shown(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
