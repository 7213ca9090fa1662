package eu.trama.city.twin.pages.scenario;

import eu.trama.city.web.Link;
import eu.trama.city.web.part.DataTable;

/// What two scenarios have differently.
public record DiffPage(Link left, Link right, DataTable differences) {}
