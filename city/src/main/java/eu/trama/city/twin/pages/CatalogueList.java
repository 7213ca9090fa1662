package eu.trama.city.twin.pages;

import eu.trama.city.web.part.DataTable;

/// The datasets of a city.
public record CatalogueList(DataTable datasets) {}
