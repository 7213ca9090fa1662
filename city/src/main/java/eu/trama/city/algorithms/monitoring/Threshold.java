package eu.trama.city.algorithms.monitoring;

/// A figure beyond which a system is stopped.
///
/// @param of the attribute or the input; empty where it is about neither
/// @param cases the fewest, of each share or window that is compared; with less it says nothing
/// @param law why it is watched
public record Threshold(Measure measure, String of, double limit, int cases, String law) {

  /// Names it in the store and in addresses.
  public String key() {
    return of.isEmpty() ? measure.key() : measure.key() + "-" + of;
  }

  /// What was found of it.
  public enum State {
    /// It holds.
    HELD,
    /// It is beyond the limit, and chance may have done that.
    DOUBT,
    /// It is beyond the limit, and chance alone hardly did that.
    BROKEN,
    /// Too few cases to say.
    FEW;

    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// @param value of the measure; NaN where there are too few cases
  /// @param low lower bound of its interval; the value itself where it has none
  /// @param cases of the smaller side
  public record Finding(
      Threshold threshold,
      State state,
      double value,
      double low,
      double high,
      long cases,
      String month) {}
}
