package eu.trama.engines.transit.gtfs;

import java.util.Optional;

/// How a feed is read: what it may cost, where it should lie, and who is told of progress.
///
/// @param area where stops should be; a stop outside draws a warning, and an error if swapping its
///   coordinates would bring it inside
public record ReadOptions(Limits limits, Optional<Area> area, Progress progress) {
  /// The usual limits, no area, no progress.
  public static ReadOptions usual() {
    return new ReadOptions(Limits.usual(), Optional.empty(), (_, _, _) -> {});
  }

  /// What a feed may cost before reading stops with an error.
  ///
  /// @param rows most rows of one file
  /// @param bytes most bytes of all files together, unpacked
  /// @param entries most files in a zip
  /// @param ratio most unpacked bytes a packed byte, for files that unpack to over 1 MiB
  /// @param findings most findings kept; all are counted
  public record Limits(long rows, long bytes, int entries, int ratio, int findings) {
    /// 50 million rows, 8 GiB, 1,000 entries, ratio 200 (real feeds pack at 5 to 40), 1,000 kept.
    public static Limits usual() {
      return new Limits(50_000_000, 8L << 30, 1000, 200, 1000);
    }
  }

  /// A rectangle in WGS 84 degrees.
  public record Area(double south, double west, double north, double east) {
    public boolean contains(double latitude, double longitude) {
      return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
    }
  }

  /// Is told from time to time how far reading has come, on the reading thread.
  @FunctionalInterface
  public interface Progress {
    void advanced(String file, long bytes, long rows);
  }
}
