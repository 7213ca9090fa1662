package eu.trama.city.identity;

import eu.trama.city.web.RolePath;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;

/// Opens paths to people with certain roles.
///
/// ```java
/// @Bean
/// static RolePath operatorPages() {
///   return Doors.to(Role.OPERATOR).reading("/operator");
/// }
/// ```
public final class Doors {

  private final Set<Role> roles;

  private Doors(Set<Role> roles) {
    this.roles = roles;
  }

  /// For people with one of these roles.
  public static Doors to(Role... roles) {
    return new Doors(Set.copyOf(List.of(roles)));
  }

  /// For everybody who has signed in.
  public static Doors toEveryRole() {
    return to(Role.values());
  }

  /// GET and HEAD.
  public RolePath reading(String... patterns) {
    return path(Set.of(HttpMethod.GET, HttpMethod.HEAD), patterns);
  }

  /// POST, with its anti-forgery token.
  public RolePath posting(String... patterns) {
    return path(Set.of(HttpMethod.POST), patterns);
  }

  private RolePath path(Set<HttpMethod> methods, String... patterns) {
    return new RolePath(
        methods,
        Arrays.asList(patterns),
        roles.stream().map(Role::authority).collect(Collectors.toUnmodifiableSet()));
  }
}
