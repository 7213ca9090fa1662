package eu.trama.city.twin;

import java.util.List;

/// Ready-made scenarios of a city, to start from.
public interface Templates {

  /// @param id short name, unique in its city
  record Template(String id, ScenarioJson.Content content) {}

  List<Template> of(String city);
}
