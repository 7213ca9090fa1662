package eu.trama.city.identity;

import java.util.Set;

/// A person who has signed in.
///
/// @param id random, of this platform, and means nothing outside: what other modules keep
/// @param name as the identity provider gives it; other modules show it and do not keep it
/// @param roles never empty
public record Person(String id, String name, Set<Role> roles) {

  public Person {
    roles = Set.copyOf(roles);
  }

  /// Whether the person has one of these roles.
  public boolean is(Role... any) {
    return java.util.Arrays.stream(any).anyMatch(roles::contains);
  }

  /// Neither name nor roles: a person may end up in a log.
  @Override
  public String toString() {
    return "Person " + id;
  }
}
