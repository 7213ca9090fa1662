package eu.trama.city.twin.pages.run;

import java.util.List;

/// Runs that are not done yet, or never will be.
///
/// @param address of this page, asked again while something is computed
/// @param again whether there is anything to wait for
public record Waiting(String address, boolean again, List<Line> lines) {

  /// @param percent how far, from 0 to 100
  /// @param state queued, running, done, failed or cancelled
  /// @param failure why it failed, empty otherwise
  /// @param mayCancel whether whoever looks may stop it
  public record Line(
      String id,
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
