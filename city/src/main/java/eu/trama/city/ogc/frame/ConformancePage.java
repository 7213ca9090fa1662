package eu.trama.city.ogc.frame;

import java.util.List;

/// What the page of conformance shows.
public record ConformancePage(List<String> classes) {}
