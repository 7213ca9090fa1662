package eu.trama.city.identity.page;

import eu.trama.city.web.part.DataTable;
import java.util.List;

/// Who is signed in, and what was refused.
///
/// @param refusals requests refused for their rate, since this server started
public record OperatorOverview(List<Line> sessions, DataTable refusals) {

  /// A session.
  public record Line(String handle, String name, String device, String origin, String seen) {}
}
