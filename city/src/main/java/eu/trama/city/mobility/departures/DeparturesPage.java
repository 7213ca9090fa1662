package eu.trama.city.mobility.departures;

import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import java.util.List;

/// The board of a stop, with the form for another time.
///
/// @param stop id of the stop
/// @param when in words
/// @param later where the next departures are; empty where none are left
/// @param notes what the reader should know of the timetable
public record DeparturesPage(
    String stop,
    String when,
    DataTable board,
    String later,
    List<String> notes,
    List<Field> form) {}
