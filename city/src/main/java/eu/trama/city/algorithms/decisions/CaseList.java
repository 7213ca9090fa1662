package eu.trama.city.algorithms.decisions;

import eu.trama.city.web.part.DataTable;

/// Tables of cases.
///
/// @param second empty table where the page has one alone
public record CaseList(String lead, DataTable first, DataTable second) {}
