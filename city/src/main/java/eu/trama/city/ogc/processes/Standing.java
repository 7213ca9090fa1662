package eu.trama.city.ogc.processes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A job and how far it has come.
///
/// @param state as the standard calls it, see [JobDocuments#states]
/// @param message for people; empty where there is nothing to say
/// @param percent 0 to 100
/// @param finished when it ended; null where it has not
record Standing(Job job, String state, String message, int percent, @Nullable Instant finished) {}
