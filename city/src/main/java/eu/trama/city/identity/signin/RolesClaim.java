package eu.trama.city.identity.signin;

import eu.trama.city.identity.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The roles that a provider's claim lists: texts in a list, or one text with blanks or commas. A
/// name that stands for no role of ours counts for nothing; who has none is a resident.
///
/// @param path names of claims, each inside the one before
/// @param names what the provider calls a role, where that is not our key
record RolesClaim(List<String> path, Map<String, Role> names) {

  /// @param claim with dots between the names; a claim whose own name holds dots, such as an
  ///   address, is found too
  static RolesClaim at(String claim, Map<String, Role> names) {
    return new RolesClaim(List.of(claim.split("\\.", -1)), names);
  }

  Set<Role> of(Map<String, Object> claims) {
    var roles = EnumSet.noneOf(Role.class);
    for (String name : texts(value(claims))) {
      var role = names.get(name);
      if (role != null) {
        roles.add(role);
      } else {
        Role.ofKey(name).ifPresent(roles::add);
      }
    }
    return roles.isEmpty() ? EnumSet.of(Role.RESIDENT) : roles;
  }

  private @Nullable Object value(Map<String, Object> claims) {
    var whole = claims.get(String.join(".", path));
    if (whole != null) {
      return whole;
    }
    Object at = claims;
    for (String step : path) {
      at = at instanceof Map<?, ?> inside ? inside.get(step) : null;
    }
    return at;
  }

  private static List<String> texts(@Nullable Object value) {
    return switch (value) {
      case String text -> List.of(text.split("[,\\s]+", -1));
      case Collection<?> list -> list.stream().map(String::valueOf).toList();
      case null, default -> List.of();
    };
  }
}
