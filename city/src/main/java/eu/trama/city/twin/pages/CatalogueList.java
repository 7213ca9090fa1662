package eu.trama.city.twin.pages;

import eu.trama.city.web.part.DataTable;

/// The datasets of a city, and the sources of the facts that came with the product.
public record CatalogueList(DataTable datasets, DataTable sources) {}
