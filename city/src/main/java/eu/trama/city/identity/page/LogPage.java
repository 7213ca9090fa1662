package eu.trama.city.identity.page;

import eu.trama.city.web.Link;
import eu.trama.city.web.part.DataTable;

/// A page of the sign-in log.
///
/// @param older the next page; its address is empty on the last
public record LogPage(DataTable table, Link older) {}
