package eu.trama.city.web.part;

import java.util.ArrayList;
import java.util.List;

/// An ordered choice of things out of a set, such as the stops of a new line, made with plain form
/// buttons: each sends one step, and [#after] says what the choice is then. The same steps are
/// taken in the browser where scripts run, on the list or on the map. Drawn by
/// `web/part/picks.jte`.
///
/// Steps: `add` (takes the thing chosen in the select), `remove:2`, `up:2` (places from 0). A step
/// that makes no sense leaves the choice as it is.
///
/// @param ids of the chosen things in order
public record Picks(List<String> ids) {

  /// The choice after one step.
  ///
  /// @param step what the pressed button sent
  /// @param chosen id that stands in the select; empty for none
  public Picks after(String step, String chosen) {
    var next = new ArrayList<>(ids);
    if (step.equals("add")) {
      if (!chosen.isEmpty() && !ids.contains(chosen)) {
        next.add(chosen);
      }
      return new Picks(List.copyOf(next));
    }
    var parts = step.split(":", 2);
    int place = parts.length == 2 && parts[1].matches("\\d{1,4}") ? Integer.parseInt(parts[1]) : -1;
    if (place < 0 || place >= next.size()) {
      return this;
    }
    if (parts[0].equals("remove")) {
      next.remove(place);
    } else if (parts[0].equals("up") && place > 0) {
      next.add(place - 1, next.remove(place));
    }
    return new Picks(List.copyOf(next));
  }
}
