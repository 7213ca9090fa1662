package eu.trama.city.identity;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/// Who asks for what is being done now.
///
/// In the server that is the signed-in person of the request, or nobody: a visitor, or a thread of
/// the server itself, to which nothing is let that a visitor may not do. At the shell it is whoever
/// may read the store's password, to whom nothing can be refused.
public final class CurrentPerson {

  private final boolean shell;

  private CurrentPerson(boolean shell) {
    this.shell = shell;
  }

  /// In a server.
  public static CurrentPerson ofRequests() {
    return new CurrentPerson(false);
  }

  /// In a command.
  public static CurrentPerson atTheShell() {
    return new CurrentPerson(true);
  }

  /// The signed-in person, if there is one.
  public Optional<Person> person() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
        ? Optional.of(signedIn.getPrincipal())
        : Optional.empty();
  }

  /// Whether one of these roles is held; at the shell every one is.
  public boolean is(Role... any) {
    return shell || person().filter(p -> p.is(any)).isPresent();
  }

  /// Whether what belongs to that person may be changed: by that person, and at the shell.
  ///
  /// @param owner id of a person
  public boolean owns(String owner) {
    return shell || person().filter(p -> p.id().equals(owner)).isPresent();
  }
}
