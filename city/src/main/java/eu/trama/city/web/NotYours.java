package eu.trama.city.web;

import org.springframework.security.access.AccessDeniedException;

/// Refuses a change to something that belongs to another person; the page says so in words.
public final class NotYours extends AccessDeniedException {

  /// @param thing what it is and its id, for the log
  public NotYours(String thing) {
    super(thing + " belongs to another person");
  }
}
