package eu.trama.city.twin.pages;

import eu.trama.city.web.part.DataTable;

/// The cities whose catalogues this server has.
public record Catalogues(DataTable cities) {}
