package eu.trama.city.twin.federation;

import java.net.URI;
import java.time.Instant;

/// One policy, tried on this city and on a peer's by the same model.
///
/// @param policy its name
/// @param before id of the run on this city as it is
/// @param after likewise with the policy
/// @param peerBefore address of the peer's job on its city as it is
/// @param peerAfter likewise with the policy
record JointRun(
    String id,
    String city,
    String peer,
    String model,
    String policy,
    String before,
    String after,
    URI peerBefore,
    URI peerAfter,
    Instant createdAt) {}
