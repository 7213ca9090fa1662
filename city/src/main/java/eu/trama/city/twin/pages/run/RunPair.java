package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.Run;
import java.util.List;

/// Two runs of one model, to be compared.
record RunPair(Run before, Run after) {

  boolean oneCity() {
    return before.snapshot().city().equals(after.snapshot().city());
  }

  List<Run> both() {
    return List.of(before, after);
  }

  /// As parameters of an address, with those of the chosen indicator.
  String query(IndicatorChoice choice) {
    return "before=" + before.id() + "&after=" + after.id() + "&" + choice.query();
  }
}
