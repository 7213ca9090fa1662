package eu.trama.city.algorithms.decisions;

import eu.trama.city.web.part.DataTable;

/// Tables of cases.
///
/// @param note what else is to be known; may be empty
/// @param second empty table where the page has one alone
public record CaseList(String lead, DataTable first, DataTable second, String note) {}
