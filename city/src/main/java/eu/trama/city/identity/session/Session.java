package eu.trama.city.identity.session;

import eu.trama.city.identity.Person;
import java.time.Instant;

/// A signed-in person's session in one browser.
///
/// @param id hash of the cookie's value
/// @param handle what stands for the session in forms
/// @param formToken anti-forgery token of its forms
/// @param idToken what the provider said of the person, to be shown to it at sign-out
/// @param device browser and system, empty where unknown
/// @param origin truncated address from which it began
public record Session(
    String id,
    String handle,
    Person person,
    String formToken,
    String idToken,
    String device,
    String origin,
    Instant begunAt,
    Instant seenAt) {

  /// No secret: a session may end up in a log.
  @Override
  public String toString() {
    return "Session " + handle + " of " + person;
  }
}
