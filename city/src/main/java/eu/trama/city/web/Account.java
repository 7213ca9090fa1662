package eu.trama.city.web;

import java.util.List;
import java.util.Optional;

/// What the shell says about who is looking at a page.
///
/// @param name of the signed-in person; empty for a visitor
/// @param pages of the person's own, such as the list of sessions
/// @param signIn whether there is a way to sign in
/// @param demo whether that way offers made-up people, which every page must say
public record Account(Optional<String> name, List<Link> pages, boolean signIn, boolean demo) {

  /// A visitor of a site on which nobody signs in.
  public static final Account NONE = new Account(Optional.empty(), List.of(), false, false);

  public Account {
    pages = List.copyOf(pages);
  }
}
