package eu.trama.city.twin.federation;

import java.util.List;
import java.util.Map;

/// What a peer's model found with and without a policy.
///
/// @param before by indicator and zone
/// @param after likewise
/// @param zones the peer's zones, as far as it tells them
record PeerResults(
    Map<String, Map<String, Double>> before,
    Map<String, Map<String, Double>> after,
    List<PeerZone> zones) {

  /// @param population residents; null where the peer tells none
  /// @param income per person; likewise
  record PeerZone(
      String id,
      String name,
      @org.jspecify.annotations.Nullable Double population,
      @org.jspecify.annotations.Nullable Double income) {}
}
