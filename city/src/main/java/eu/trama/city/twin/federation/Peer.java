package eu.trama.city.twin.federation;

import java.net.URI;
import java.time.Instant;

/// A server that a city looks at.
///
/// @param address of its landing page (OGC API Common, 19-072), without a slash at the end
/// @param title as it called itself when it was added
public record Peer(String id, String city, URI address, String title, Instant addedAt) {}
