package eu.trama.engines.transit.timetable;

import eu.trama.engines.transit.findings.Finding;
import java.util.List;

/// A timetable and what was odd about its ingredients: changes that name an unknown route or stop
/// (errors; such a change does nothing), feeds without service on the day (warnings).
public record Composition(Timetable timetable, List<Finding> findings) {
  public Composition {
    findings = List.copyOf(findings);
  }
}
