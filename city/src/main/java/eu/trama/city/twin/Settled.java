package eu.trama.city.twin;

/// A snapshot at the last turns before it in both times, see [Twin#settled].
///
/// @param forEver whether what it shows can never change, so that what is made of it may be kept
///   under it; not so before the first dataset, which another server may be publishing
public record Settled(Snapshot snapshot, boolean forEver) {}
