package eu.trama.city.algorithms.pages;

import java.util.List;

/// The gates by the stage that they let out of.
public record ProtocolPage(List<Block> blocks) {}
