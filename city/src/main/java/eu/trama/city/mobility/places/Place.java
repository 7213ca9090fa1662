package eu.trama.city.mobility.places;

import java.util.Locale;

/// Somewhere a journey can begin or end.
///
/// @param id layer and id, such as `stops/fgc:PC`
/// @param lat degrees north, WGS 84
/// @param lon degrees east, WGS 84
public record Place(Kind kind, String id, String name, double lat, double lon) {

  /// In the order in which equally good names are offered.
  public enum Kind {
    STOP,
    FACILITY,
    ZONE,
    STREET;

    /// As messages and other programs name it.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
