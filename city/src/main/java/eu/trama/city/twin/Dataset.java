package eu.trama.city.twin;

import java.time.Instant;
import java.util.Map;

/// An entry of the catalogue: one edition of a source's data, with where it came from and what it
/// brought.
///
/// @param source the series it belongs to, such as `gtfs:fgc`
/// @param sha256 hash of the file as it was read, hexadecimal
/// @param learnedAt from when the twin knows it; strictly later than every earlier dataset of its
///   city
/// @param validFrom from when it says the city is so
/// @param features how many features it holds
/// @param findings how many findings of each code its reading gave
public record Dataset(
    long id,
    String city,
    String source,
    Provenance provenance,
    String file,
    long bytes,
    String sha256,
    String importer,
    String importerVersion,
    Instant validFrom,
    Instant learnedAt,
    long features,
    Map<String, Integer> findings) {}
