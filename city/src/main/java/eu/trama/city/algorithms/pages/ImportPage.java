package eu.trama.city.algorithms.pages;

import eu.trama.city.web.Link;
import eu.trama.city.web.part.DataTable;
import java.util.List;

/// What came in out of another register, and what was wrong with it.
public record ImportPage(List<Link> entered, DataTable findings) {}
