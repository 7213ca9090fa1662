package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.ApiLink;
import eu.trama.city.web.part.DataTable;
import java.util.List;
import java.util.Optional;

/// What came of a process.
///
/// @param zones the outputs that are numbers by zone
/// @param values all others
public record ResultsPage(
    Optional<DataTable> zones, List<JobPage.Fact> values, List<ApiLink> links) {}
