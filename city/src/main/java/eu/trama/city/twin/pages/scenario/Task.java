package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.Layers;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a person can do to a city on a page of its own.
enum Task {
  NEW_LINE(""),
  HEADWAY(Layers.LINES.name()),
  REMOVE_LINE(Layers.LINES.name()),
  ADD_STOP(""),
  CLOSE_STOP(Layers.STOPS.name()),
  ADD_FACILITY(""),
  CLOSE_FACILITY(Layers.FACILITIES.name()),
  CLOSE_STREET(Layers.STREETS.name());

  private final String chosenFrom;

  Task(String chosenFrom) {
    this.chosenFrom = chosenFrom;
  }

  /// The layer out of which the task first chooses a thing; empty where it does not.
  String chosenFrom() {
    return chosenFrom;
  }

  /// As it stands in addresses and messages.
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Task> ofKey(String key) {
    return Stream.of(values()).filter(task -> task.key().equals(key)).findFirst();
  }
}
