package eu.trama.city.twin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was believed of a feature: when it was so in the city, and when the twin believed it.
///
/// @param validTo first instant at which it is no longer so; null while no end is known
/// @param knownTo first instant at which the twin believed something else; null while it believes
///   this
public record FeatureVersion(
    Feature feature,
    long dataset,
    Instant validFrom,
    @Nullable Instant validTo,
    Instant knownFrom,
    @Nullable Instant knownTo) {}
