package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.ApiLink;
import java.util.List;

/// How far a job is.
///
/// @param address of this page, asked again while something is computed
/// @param subject what it computes
/// @param state as the standard calls it
/// @param said the state in words
/// @param message what is being done, or why it failed; empty where there is nothing to say
/// @param percent how far, from 0 to 100
/// @param results address of the page of its results; empty where there are none
/// @param run address of the page of the run that computes it; empty where there is none
/// @param own address at which a program dismisses it; empty once it is dismissed
public record JobPage(
    String address,
    String subject,
    String state,
    String said,
    String message,
    int percent,
    List<Fact> facts,
    String results,
    String run,
    String own,
    List<ApiLink> links) {

  /// One thing that is known.
  public record Fact(String name, String value) {}

  /// Whether there is anything to wait for.
  public boolean again() {
    return state.equals("accepted") || state.equals("running");
  }

  /// The colour of its state, which is said in words too.
  public String tone() {
    return switch (state) {
      case "successful" -> "good";
      case "failed" -> "bad";
      default -> "";
    };
  }
}
