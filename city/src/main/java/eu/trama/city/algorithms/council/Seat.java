package eu.trama.city.algorithms.council;

/// A seat of the council.
///
/// @param person id of the member
/// @param capacity in which they sit there, such as "neighbourhood associations"
/// @param admitted whether the seat was given, or only asked for
public record Seat(long id, String person, String capacity, boolean admitted) {}
