package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.Texts;
import java.util.Optional;
import java.util.Set;

/// What screenings and studies need to know of the systems they are about: the register knows it.
public interface Subjects {

  Optional<Subject> find(SystemId id);

  /// A system of the register.
  ///
  /// @param team ids of the people who build, buy or run it: none of them may study it
  /// @param published whether its entry is public, and its studies with it
  record Subject(SystemId id, Texts name, Set<String> team, boolean published) {}
}
