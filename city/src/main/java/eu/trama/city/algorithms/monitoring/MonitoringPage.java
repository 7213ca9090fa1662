package eu.trama.city.algorithms.monitoring;

import eu.trama.city.web.Link;
import eu.trama.city.web.part.DataTable;
import java.util.List;

/// The figures of a system.
///
/// @param way address of the system
/// @param months that can be looked at
/// @param links for people of the city
/// @param mayCheck whether whoever reads may have the thresholds evaluated now
public record MonitoringPage(
    String way,
    String lead,
    List<Note> notes,
    List<Link> months,
    List<Block> blocks,
    List<Link> links,
    boolean mayCheck) {

  /// @param tone of the notice: note, good, warn, bad
  public record Note(String tone, String text) {}

  /// @param texts paragraphs above the tables
  public record Block(String id, String title, List<String> texts, List<DataTable> tables) {}
}
