package eu.trama.city.algorithms.monitoring;

import eu.trama.city.web.Words;
import java.util.Locale;

/// An incident, or a step of one, was not kept, for a reason that the page says.
public final class NotKept extends RuntimeException {

  /// The reasons.
  public enum Why {
    /// There is no such incident.
    NO_INCIDENT,
    /// There is no such severity.
    NO_SEVERITY,
    /// The time is missing, in the future or too long ago.
    NO_TIME,
    /// The text is missing or too long.
    NO_TEXT,
    /// The text holds what looks like personal data.
    PERSONAL,
    /// It is closed.
    CLOSED,
    /// It has been reported to the authority before.
    REPORTED,
    /// Nobody has said how severe it is.
    UNRATED,
    /// The law wants it reported to the authority first.
    NOT_REPORTED
  }

  private final Why why;

  NotKept(Why why) {
    super(why.name());
    this.why = why;
  }

  static void unless(boolean holds, Why otherwise) {
    if (!holds) {
      throw new NotKept(otherwise);
    }
  }

  public Why why() {
    return why;
  }

  /// Field of the form that is to be mended.
  String field() {
    return switch (why) {
      case NO_SEVERITY, UNRATED -> "severity";
      case NO_TIME -> "date";
      default -> "text";
    };
  }

  public String say(Words words) {
    return words.say("monitoring.not." + why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
