package eu.trama.city.twin;

import java.util.List;

/// Ready-made scenarios of a city, to start from.
public interface Templates {

  /// @param id short name, unique in its city
  /// @param text the file itself
  record Template(String id, ScenarioJson.Content content, String text) {}

  /// Those of a city, then those that fit any, for that city.
  List<Template> of(String city);

  /// Those that fit any city: policies, to be compared between cities.
  List<Template> policies();
}
