package eu.trama.city.algorithms.decisions;

import eu.trama.city.web.part.DataTable;
import java.util.List;

/// Figures of a system.
public record FiguresPage(String lead, List<DataTable> tables, String note) {}
