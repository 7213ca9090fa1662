package eu.trama.city.algorithms.decisions;

import eu.trama.city.web.Words;
import java.util.Locale;

/// Something was not done with a case, for a reason that the page says.
public final class NotDone extends RuntimeException {

  /// The reasons.
  public enum Why {
    /// Nobody decides about themselves.
    OWN_CASE,
    /// Who confirmed a decision does not answer the objection to it.
    SAME_HUMAN,
    /// It has been done before.
    ALREADY,
    /// A human has yet to confirm it.
    NOT_YET,
    /// The code has changed since; the decision cannot be replayed by the version that took it.
    OTHER_VERSION,
    /// A reason is missing.
    NO_REASON,
    /// There is no such outcome.
    NO_OUTCOME,
    /// The answers cannot be decided on.
    BAD_ANSWERS
  }

  private final Why why;

  NotDone(Why why) {
    super(why.name());
    this.why = why;
  }

  public Why why() {
    return why;
  }

  public String say(Words words) {
    return words.say("decisions.not." + why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
