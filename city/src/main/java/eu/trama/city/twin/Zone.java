package eu.trama.city.twin;

import java.util.OptionalDouble;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/// An area of the city, with what is known of it.
///
/// @param id level and code, such as `neighbourhood:01`
/// @param level city, district, neighbourhood, statistical-area or section
/// @param parent id of the zone around it; empty for the city
/// @param centre a point inside, where its people are taken to start; degrees WGS 84
/// @param standIn whether the boundary is a cell that stands for the official one
/// @param population residents
/// @param income of its residents, per person or as the city publishes it, in the city's currency a
///   year
/// @param hectares its area
public record Zone(
    String id,
    String level,
    String code,
    String name,
    String parent,
    Point centre,
    Geometry boundary,
    boolean standIn,
    OptionalDouble population,
    OptionalDouble income,
    OptionalDouble hectares) {}
