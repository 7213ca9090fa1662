package eu.trama.engines.transit.search;

/// How far a journey may go.
///
/// @param rides most vehicles boarded, 1 or more
/// @param accessSeconds longest walk from the origin to a first stop
/// @param egressSeconds longest walk from a last stop to a destination
/// @param directSeconds longest walk without any ride
/// @param travelSeconds longest whole journey, waits included; longer ones count as unreached; at
///   most [#LONGEST]
/// @param boardingSeconds least time between being at a stop, after the walk or the change, and the
///   departure of the vehicle. R5 boards what leaves more than 60 s after arrival: that is 61
public record SearchLimits(
    int rides,
    int accessSeconds,
    int egressSeconds,
    int directSeconds,
    int travelSeconds,
    int boardingSeconds) {
  /// Eight hours: times of a search are 16 bits wide.
  public static final int LONGEST = 8 * 3600;

  public SearchLimits {
    if (rides < 1
        || accessSeconds < 0
        || egressSeconds < 0
        || directSeconds < 0
        || travelSeconds <= 0
        || travelSeconds > LONGEST
        || boardingSeconds < 0) {
      throw new IllegalArgumentException(
          "%d rides, walks of %d, %d and %d s, %d s in all, %d s to board"
              .formatted(
                  rides,
                  accessSeconds,
                  egressSeconds,
                  directSeconds,
                  travelSeconds,
                  boardingSeconds));
    }
  }

  /// Limits under which a vehicle may be boarded in the second of its departure.
  public SearchLimits(
      int rides, int accessSeconds, int egressSeconds, int directSeconds, int travelSeconds) {
    this(rides, accessSeconds, egressSeconds, directSeconds, travelSeconds, 0);
  }

  /// Four rides, walks of 20 minutes to and from stops, an hour in all.
  public static SearchLimits usual() {
    return new SearchLimits(4, 1200, 1200, 3600, 3600);
  }
}
