package eu.trama.city.twin.exports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/// A building as blocks standing on its outline, one for each polygon of it. Seen from outside,
/// outer rings run against the clock (CityJSON 2.0, section 3.2).
///
/// @param vertices of the ground, each followed by the one above it; of the ground alone where
///   there is no height
/// @param polygons for each, its rings as places in that list
record BuildingBlock(List<Coordinate> vertices, List<List<List<Integer>>> polygons, boolean high) {

  private static final Map<String, Object> KINDS =
      Map.of(
          "surfaces",
          List.of(
              Map.of("type", "GroundSurface"),
              Map.of("type", "RoofSurface"),
              Map.of("type", "WallSurface")));

  static BuildingBlock of(Geometry outline, double ground, double height) {
    var block = new BuildingBlock(new ArrayList<>(), new ArrayList<>(), height > 0);
    for (int i = 0; i < outline.getNumGeometries(); i++) {
      block.add((Polygon) outline.getGeometryN(i), ground, height);
    }
    return block;
  }

  private void add(Polygon polygon, double ground, double height) {
    var rings = new ArrayList<List<Integer>>();
    rings.add(ring(polygon.getExteriorRing(), true, ground, height));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(ring(polygon.getInteriorRingN(i), false, ground, height));
    }
    polygons.add(rings);
  }

  private List<Integer> ring(LinearRing ring, boolean outer, double ground, double height) {
    Coordinate[] line = ring.getCoordinates();
    if (Orientation.isCCW(line) != outer) {
      line = ring.reverse().getCoordinates();
    }
    var places = new ArrayList<Integer>();
    for (int i = 0; i < line.length - 1; i++) {
      places.add(vertices.size());
      vertices.add(new Coordinate(line[i].x, line[i].y, ground));
      if (high) {
        vertices.add(new Coordinate(line[i].x, line[i].y, ground + height));
      }
    }
    return places;
  }

  /// The geometry as CityJSON has it.
  ///
  /// @param first the place of this building's first vertex among all
  Map<String, Object> geometry(int first) {
    var geometry = new LinkedHashMap<String, Object>();
    if (!high) {
      geometry.put("type", "MultiSurface");
      geometry.put("lod", "0.1");
      geometry.put("boundaries", polygons.stream().map(rings -> moved(rings, first)).toList());
      return geometry;
    }
    var solids = new ArrayList<List<List<Object>>>();
    var meanings = new ArrayList<List<List<Integer>>>();
    for (List<List<Integer>> rings : polygons) {
      var kinds = new ArrayList<Integer>();
      solids.add(List.of(shell(rings, first, kinds)));
      meanings.add(List.of(kinds));
    }
    boolean one = solids.size() == 1;
    geometry.put("type", one ? "Solid" : "MultiSolid");
    geometry.put("lod", "1.2");
    geometry.put("boundaries", one ? solids.getFirst() : solids);
    var semantics = new LinkedHashMap<>(KINDS);
    semantics.put("values", one ? meanings.getFirst() : meanings);
    geometry.put("semantics", semantics);
    return geometry;
  }

  private static List<Object> shell(List<List<Integer>> rings, int first, List<Integer> kinds) {
    var surfaces = new ArrayList<Object>();
    surfaces.add(moved(rings, first).stream().map(List::reversed).toList());
    kinds.add(0);
    surfaces.add(moved(rings, first + 1));
    kinds.add(1);
    for (List<Integer> ring : rings) {
      for (int i = 0; i < ring.size(); i++) {
        int here = first + ring.get(i);
        int next = first + ring.get((i + 1) % ring.size());
        surfaces.add(List.of(List.of(here, next, next + 1, here + 1)));
        kinds.add(2);
      }
    }
    return surfaces;
  }

  private static List<List<Integer>> moved(List<List<Integer>> rings, int by) {
    return rings.stream().map(ring -> ring.stream().map(place -> place + by).toList()).toList();
  }
}
