package eu.trama.city.mobility;

import eu.trama.city.twin.City;
import eu.trama.city.twin.LocalMetres;
import eu.trama.city.twin.Zone;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/// A point that stands for where some people of a zone live. A zone has the crossings of a square
/// grid that lie in it, each with an equal part of its people, or its own centre where the grid
/// misses it. The grid is one for the city, so that a zone's points do not move when another zone
/// changes.
///
/// @param zone id of the zone
/// @param lat degrees WGS 84
/// @param lon degrees WGS 84
/// @param people the point's part of the zone's population; 0 where that is not known
record PeoplePoint(String zone, double lat, double lon, double people) {

  /// @param spacing distance between neighbouring points, metres
  static List<PeoplePoint> of(City city, List<Zone> zones, double spacing) {
    var metres = LocalMetres.of(city);
    var points = new ArrayList<PeoplePoint>();
    for (Zone zone : zones) {
      List<Coordinate> inside = inside(metres.fromDegrees(zone.boundary()), spacing);
      if (inside.isEmpty()) {
        inside = List.of(metres.fromDegrees(zone.centre()).getCoordinate());
      }
      double people = zone.population().orElse(0) / inside.size();
      for (Coordinate at : inside) {
        Coordinate degrees = metres.toDegrees(metres.geometries().createPoint(at)).getCoordinate();
        points.add(new PeoplePoint(zone.id(), degrees.y, degrees.x, people));
      }
    }
    return List.copyOf(points);
  }

  private static List<Coordinate> inside(Geometry boundary, double spacing) {
    var points = new ArrayList<Coordinate>();
    if (boundary.getDimension() < 2) {
      return points;
    }
    Envelope box = boundary.getEnvelopeInternal();
    var locator = new IndexedPointInAreaLocator(boundary);
    for (long row = (long) Math.ceil(box.getMinY() / spacing);
        row * spacing <= box.getMaxY();
        row++) {
      for (long column = (long) Math.ceil(box.getMinX() / spacing);
          column * spacing <= box.getMaxX();
          column++) {
        var at = new Coordinate(column * spacing, row * spacing);
        if (locator.locate(at) == Location.INTERIOR) {
          points.add(at);
        }
      }
    }
    return points;
  }
}
