package eu.trama.city.persons;

/// A person's key is destroyed. Published in the transaction that does it: who keeps the person's
/// id removes it there, too.
public record PersonForgotten(String person) {}
