package eu.trama.city.mobility.places;

import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;

/// What was found for a name.
///
/// @param asked whether anything was
public record PlaceList(Field question, boolean asked, DataTable found) {}
