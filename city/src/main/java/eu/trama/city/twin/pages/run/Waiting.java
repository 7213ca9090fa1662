package eu.trama.city.twin.pages.run;

import java.util.List;
import java.util.stream.Collectors;

/// Runs that are not done yet, or never will be.
///
/// @param address of this page, asked again while something is computed
/// @param again whether there is anything to wait for
/// @param news how far the runs are in words, in steps that are worth saying aloud
/// @param back where to go when there is nothing to wait for
public record Waiting(String address, boolean again, String news, String back, List<Line> lines) {

  /// The parts of the page that change while it waits, as htmx takes them.
  public String parts() {
    return lines.stream()
        .map(line -> "#" + line.part())
        .collect(Collectors.joining(",", "#news,", ""));
  }

  /// @param part id of what the page shows of it
  /// @param percent how far, from 0 to 100
  /// @param state queued, running, done, failed or cancelled
  /// @param failure why it failed, empty otherwise
  /// @param mayCancel whether whoever looks may stop it
  public record Line(
      String id,
      String part,
      String subject,
      int percent,
      String state,
      String stage,
      String failure,
      boolean mayCancel) {
    public boolean ended() {
      return !state.equals("queued") && !state.equals("running");
    }
  }
}
