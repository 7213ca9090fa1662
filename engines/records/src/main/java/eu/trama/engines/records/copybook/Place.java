package eu.trama.engines.records.copybook;

/// Where a word stands in source text.
///
/// @param source name of the copybook
/// @param line counted from 1
/// @param column counted from 1, as an editor shows it
public record Place(String source, int line, int column) {}
