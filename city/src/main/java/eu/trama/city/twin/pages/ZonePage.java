package eu.trama.city.twin.pages;

import eu.trama.city.web.part.DataTable;
import java.util.List;

/// One zone.
///
/// @param inside the zones that it holds
/// @param statistics facts of all years with their sources
/// @param history what was believed of its name and boundary
public record ZonePage(
    boolean standIn, List<Fact> facts, DataTable inside, DataTable statistics, DataTable history) {

  public record Fact(String name, String value) {}
}
