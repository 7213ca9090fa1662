package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.ApiLink;
import eu.trama.city.web.part.DataTable;
import java.util.List;

/// What the page of one process shows.
///
/// @param execution where programs send what they ask for
/// @param here where people run models; empty for what they cannot run
public record ProcessPage(
    String about,
    List<JobPage.Fact> facts,
    List<Input> inputs,
    DataTable outputs,
    String execution,
    String here,
    List<ApiLink> links) {

  /// @param takes what may be given, in words
  /// @param schema the same as a JSON schema
  public record Input(String title, String id, String about, String takes, String schema) {}
}
