package eu.trama.city.algorithms.studies;

import java.time.Instant;
import java.util.UUID;

/// A questionnaire that the city has brought itself.
///
/// @param number 1 for the first of its name, and one more for each that takes its place
/// @param by id of the auditor who brought it
/// @param adopted whether another auditor has put it into force; what stands for nothing needs none
/// @param receipt of its entry in the city's ledger
/// @param definition as it came
public record CityQuestionnaire(
    String name,
    int number,
    StandsFor standsFor,
    Questionnaire questionnaire,
    String by,
    Instant at,
    boolean adopted,
    UUID receipt,
    String definition) {

  /// Whether studies can begin with it, unless a newer one takes its place.
  public boolean usable() {
    return adopted || standsFor == StandsFor.NOTHING;
  }
}
