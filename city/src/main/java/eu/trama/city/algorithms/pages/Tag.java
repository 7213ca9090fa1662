package eu.trama.city.algorithms.pages;

/// A word in a coloured box; the colour says nothing that the word does not.
///
/// @param tone `good`, `warn`, `bad`, `plain`, or empty
public record Tag(String text, String tone) {}
