package eu.trama.city.twin.pages;

import eu.trama.city.web.Link;
import eu.trama.city.web.map.MapPanel;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import java.util.List;
import java.util.Optional;

/// One layer at a point in both times.
///
/// @param moment the form that chooses the point
/// @param more address of the next page of the table; empty on the last
/// @param first address of the first page; empty on it
/// @param files the whole layer in each format that it can be had in
/// @param cut whether the map shows only the first of many features
public record LayerPage(
    String about,
    String way,
    List<Field> moment,
    String shownAt,
    Optional<MapPanel> map,
    boolean cut,
    DataTable table,
    DataTable schema,
    String first,
    String more,
    List<Link> files) {}
