package eu.trama.city.persons;

import java.util.UUID;

/// What is left of a forgetting: an entry of the city's ledger, and the text and salt with which
/// whoever was forgotten can prove what it stands for. They are kept nowhere here.
///
/// @param ledger id of the entry
/// @param text the bytes to which the entry commits, as text
/// @param salt of that commitment, in hexadecimal
public record Forgotten(UUID ledger, String text, String salt) {}
