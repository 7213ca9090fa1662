package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.ApiLink;
import java.util.List;

/// What the page of all processes shows.
///
/// @param next address of the next page; empty on the last
public record ProcessListPage(String lead, List<Line> processes, String next, List<ApiLink> links) {

  /// @param facts its name for programs, its version and how it is run, in short
  public record Line(String title, String about, String href, String facts) {}
}
