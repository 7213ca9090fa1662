package eu.trama.city.twin.imports;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Zones;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/// The zones of a city by id, by name and by place.
final class ZoneIndex {

  private record Area(Feature zone, PreparedGeometry shape) {}

  private final Map<String, Feature> byId = new HashMap<>();
  private final Map<ZoneLevel, List<Feature>> byLevel = new EnumMap<>(ZoneLevel.class);
  private final Map<ZoneLevel, ZoneNames> names = new EnumMap<>(ZoneLevel.class);
  private final Map<ZoneLevel, List<Area>> official = new EnumMap<>(ZoneLevel.class);

  ZoneIndex(List<Feature> zones) {
    for (Feature zone : zones) {
      byId.put(zone.id(), zone);
      zone.properties()
          .text("level")
          .flatMap(ZoneLevel::named)
          .ifPresent(level -> byLevel.computeIfAbsent(level, each -> new ArrayList<>()).add(zone));
    }
  }

  Optional<Feature> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  ZoneNames names(ZoneLevel level) {
    return names.computeIfAbsent(
        level, each -> new ZoneNames(byLevel.getOrDefault(each, List.of())));
  }

  /// The zone around a point at the nearest coarser level whose official boundaries are known.
  Optional<Feature> around(Point point, ZoneLevel level) {
    for (ZoneLevel coarser : level.coarser()) {
      for (Area area : official(coarser)) {
        if (area.shape().covers(point)) {
          return Optional.of(area.zone());
        }
      }
    }
    return Optional.empty();
  }

  private List<Area> official(ZoneLevel level) {
    return official.computeIfAbsent(
        level,
        each -> {
          var areas = new ArrayList<Area>();
          for (Feature zone : byLevel.getOrDefault(each, List.of())) {
            Geometry shape = zone.geometry();
            if (shape != null
                && zone.properties().text("boundary").orElse("").equals(Zones.OFFICIAL)) {
              areas.add(new Area(zone, PreparedGeometryFactory.prepare(shape)));
            }
          }
          return areas;
        });
  }
}
