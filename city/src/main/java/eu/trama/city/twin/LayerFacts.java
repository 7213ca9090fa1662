package eu.trama.city.twin;

import java.time.Instant;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/// A layer in short.
///
/// @param count features that are so at the snapshot's valid time
/// @param box around all that the twin believes was, is or will be there; empty without a place
/// @param validFrom the earliest time of which the layer speaks; empty where it holds nothing
/// @param validTo the end of the last thing; empty where something has no end
public record LayerFacts(
    long count, Optional<Envelope> box, Optional<Instant> validFrom, Optional<Instant> validTo) {}
