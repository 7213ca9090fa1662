package eu.trama.city.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// How the security checks see a person. Its name is the person's id, so that a log never holds the
/// real one.
public final class SignedIn extends AbstractAuthenticationToken {

  private final transient Person person;

  public SignedIn(Person person) {
    super(person.roles().stream().map(r -> new SimpleGrantedAuthority(r.authority())).toList());
    this.person = person;
    super.setAuthenticated(true);
  }

  @Override
  public Person getPrincipal() {
    return person;
  }

  @Override
  public List<?> getCredentials() {
    return List.of(); // Whatever proved who it is has been used up.
  }

  @Override
  public String getName() {
    return person.id();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedIn same && same.person.equals(person);
  }

  @Override
  public int hashCode() {
    return person.hashCode();
  }
}
