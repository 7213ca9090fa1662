package eu.trama.city.algorithms.stages;

import eu.trama.city.identity.Role;
import java.util.Set;

/// Who does something.
///
/// @param person id
public record Actor(String person, Set<Role> roles) {

  /// The platform itself, which may hold no role and sign nothing.
  public static final Actor MACHINE = new Actor("platform", Set.of());

  public Actor {
    roles = Set.copyOf(roles);
  }
}
