package eu.trama.city.twin.pages.scenario;

import eu.trama.city.web.map.MapPanel;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;

/// The questions of a new place: what it is, and where.
///
/// @param first what it is
/// @param place latitude and longitude, which the map fills too
/// @param near what is there already; says what the map shows
public record PlaceForm(
    String address,
    List<Field> first,
    List<Field> place,
    MapPanel map,
    DataTable near,
    String button,
    List<FormError> errors) {}
