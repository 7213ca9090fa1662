package eu.trama.city.twin;

import java.util.List;

/// The publishers from whom the facts of a pack are.
public interface PackSources {

  /// @param id the `source` of a feature
  record Source(String id, Provenance provenance) {}

  /// Sources of a city's pack; none where it has no pack.
  List<Source> of(String city);
}
