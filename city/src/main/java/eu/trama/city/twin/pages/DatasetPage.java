package eu.trama.city.twin.pages;

import eu.trama.city.web.part.DataTable;
import java.util.List;

/// One dataset: where it is from, how it was read, what was wrong in it.
///
/// @param link where the publisher has it; empty where that is not known
public record DatasetPage(
    List<ZonePage.Fact> facts, String link, String note, DataTable findings) {}
