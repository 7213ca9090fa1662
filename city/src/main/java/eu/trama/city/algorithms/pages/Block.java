package eu.trama.city.algorithms.pages;

import java.util.List;

/// A part of a page with its heading.
public record Block(String id, String title, List<Fact> facts) {}
