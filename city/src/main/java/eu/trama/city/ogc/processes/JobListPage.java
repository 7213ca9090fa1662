package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.ApiLink;
import eu.trama.city.web.part.DataTable;
import java.util.List;

/// What the page of a city's jobs shows.
///
/// @param next address of the page of earlier ones; empty on the last
public record JobListPage(DataTable table, String next, List<ApiLink> links) {}
