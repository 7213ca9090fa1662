package eu.trama.city.twin.pages;

import java.util.List;

/// The layers of a city.
public record LayerList(List<Overview.LayerLine> layers) {}
