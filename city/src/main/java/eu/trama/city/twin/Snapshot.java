package eu.trama.city.twin;

/// A city as it was, or was believed to be, at a point in both times.
public record Snapshot(String city, AsOf asOf) {}
