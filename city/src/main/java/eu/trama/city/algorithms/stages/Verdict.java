package eu.trama.city.algorithms.stages;

import java.util.List;

/// What an action leads to.
public sealed interface Verdict {

  /// It is done, and this is what happens.
  record Done(List<Fact> facts) implements Verdict {}

  record Refused(Refusal refusal) implements Verdict {}
}
