package eu.trama.engines.transit.gtfs;

import eu.trama.engines.transit.findings.Findings;
import java.util.Map;
import java.util.Optional;

/// What came of reading a feed.
///
/// @param feed absent where a finding was fatal (the last one kept or counted tells why)
/// @param rows data rows by file, bad ones included
/// @param timesByDistance times interpolated in proportion to shape_dist_traveled
/// @param timesByCount times interpolated evenly from stop to stop, for want of distances
public record Reading(
    Optional<Feed> feed,
    Findings findings,
    Map<String, Long> rows,
    long timesByDistance,
    long timesByCount) {
  public Reading {
    rows = Map.copyOf(rows);
  }

  /// Rows of one file, 0 where it is absent.
  public long rows(String file) {
    return rows.getOrDefault(file, 0L);
  }
}
