package eu.trama.city.twin.pages;

import eu.trama.city.web.part.DataTable;

/// The datasets of a city, and the sources of the facts that came with the product.
///
/// @param way address of this page, from which those of its other forms are made
public record CatalogueList(String way, DataTable datasets, DataTable sources) {}
