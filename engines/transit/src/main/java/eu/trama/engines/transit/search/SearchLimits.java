package eu.trama.engines.transit.search;

/// How far a journey may go.
///
/// @param rides most vehicles boarded, 1 or more
/// @param accessSeconds longest walk from the origin to a first stop
/// @param egressSeconds longest walk from a last stop to a destination
/// @param directSeconds longest walk without any ride
/// @param travelSeconds longest whole journey, waits included; longer ones count as unreached
public record SearchLimits(
    int rides, int accessSeconds, int egressSeconds, int directSeconds, int travelSeconds) {
  public SearchLimits {
    if (rides < 1
        || accessSeconds < 0
        || egressSeconds < 0
        || directSeconds < 0
        || travelSeconds <= 0) {
      throw new IllegalArgumentException(
          rides
              + " rides, walks of "
              + accessSeconds
              + ", "
              + egressSeconds
              + " and "
              + directSeconds
              + " s, "
              + travelSeconds
              + " s in all");
    }
  }

  /// Four rides, walks of 20 minutes to and from stops, an hour in all.
  public static SearchLimits usual() {
    return new SearchLimits(4, 1200, 1200, 3600, 3600);
  }
}
