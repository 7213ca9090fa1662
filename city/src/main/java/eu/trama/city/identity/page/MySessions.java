package eu.trama.city.identity.page;

import java.util.List;

/// A person's own sessions.
///
/// @param roles names of the person's roles
public record MySessions(String name, String roles, List<Line> lines) {

  /// @param here whether it is the session that looks at this page
  public record Line(
      String handle, String device, String origin, String begun, String seen, boolean here) {}
}
