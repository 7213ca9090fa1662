package eu.trama.city.twin.packs;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Properties;
import eu.trama.city.twin.Zones;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/// Turns a pack's tables into features.
final class PackFeatures {

  private final Pack pack;
  private final List<Feature> features = new ArrayList<>();

  private PackFeatures(Pack pack) {
    this.pack = pack;
  }

  static List<Feature> of(Pack pack) {
    var tables = new PackFeatures(pack);
    tables.zones();
    tables.stops();
    tables.lines();
    tables.facilities();
    return tables.features;
  }

  private void zones() {
    List<NamedCsvRecord> rows = pack.rows("zones");
    Map<String, Geometry> cells = StandInCells.of(rows, pack.city());
    for (NamedCsvRecord row : rows) {
      var properties = new TreeMap<String, Object>();
      for (String name : List.of("level", "code", "name", "parent", "source")) {
        put(properties, name, row.getField(name));
      }
      properties.put("boundary", Zones.STAND_IN);
      properties.put("lat", decimal(row, "lat"));
      properties.put("lon", decimal(row, "lon"));
      String id = row.getField("id");
      add(Layers.ZONES.name(), id, java.util.Objects.requireNonNull(cells.get(id)), properties);
      statistic(row, "population", row.getField("population"), row.getField("population_year"));
      statistic(row, "income", row.getField("income_eur"), row.getField("income_year"));
      statistic(row, "area", row.getField("area_ha"), row.getField("population_year"));
    }
  }

  private void statistic(NamedCsvRecord zone, String indicator, String value, String year) {
    if (value.isEmpty()) {
      return;
    }
    var properties = new TreeMap<String, Object>();
    String of = zone.getField("id");
    properties.put("zone", of);
    properties.put("indicator", indicator);
    properties.put("year", year.isEmpty() ? 0L : Long.parseLong(year));
    properties.put("value", Double.parseDouble(value));
    properties.put("source", zone.getField("source"));
    if (indicator.equals("income")) {
      properties.put("kind", zone.getField("income_kind"));
    }
    features.add(
        new Feature(
            Layers.STATISTICS.name(),
            of + "/" + indicator + "/" + year,
            null,
            new Properties(properties)));
  }

  private void stops() {
    for (NamedCsvRecord row : pack.rows("stops")) {
      add(
          Layers.STOPS.name(),
          row.getField("id"),
          point(row),
          Map.of("name", row.getField("name"), "source", row.getField("source")));
    }
  }

  private void lines() {
    Map<String, Coordinate> places = new HashMap<>();
    pack.rows("stops").forEach(row -> places.put(row.getField("id"), point(row).getCoordinate()));
    Map<String, List<String>> feeds = new HashMap<>();
    pack.rows("agencies")
        .forEach(row -> feeds.put(row.getField("id"), Pack.list(row.getField("gtfs_names"))));
    Map<String, List<NamedCsvRecord>> stops = byLine("line_stops");
    Map<String, List<NamedCsvRecord>> headways = byLine("headways");
    for (NamedCsvRecord row : pack.rows("lines")) {
      String id = row.getField("id");
      var properties = new TreeMap<String, Object>();
      for (String name : List.of("agency", "mode", "short_name", "name", "colour", "source")) {
        put(properties, name, row.getField(name));
      }
      properties.put("agency_names", feeds.getOrDefault(row.getField("agency"), List.of()));
      properties.put("both_directions", Boolean.parseBoolean(row.getField("both_directions")));
      properties.put("dwell_seconds", decimal(row, "dwell_s"));
      List<NamedCsvRecord> along = stops.getOrDefault(id, List.of());
      properties.put("stops", along.stream().map(each -> each.getField("stop")).toList());
      properties.put(
          "run_seconds", along.stream().skip(1).map(each -> decimal(each, "run_s")).toList());
      properties.put(
          "headways",
          headways.getOrDefault(id, List.of()).stream().map(PackFeatures::headway).toList());
      Coordinate[] shape =
          along.stream()
              .map(each -> java.util.Objects.requireNonNull(places.get(each.getField("stop"))))
              .toArray(Coordinate[]::new);
      add(Layers.LINES.name(), id, GeoJson.WGS84.createLineString(shape), properties);
    }
  }

  private void facilities() {
    for (NamedCsvRecord row : pack.rows("facilities")) {
      var properties = new TreeMap<String, Object>();
      for (String name : List.of("kind", "name", "source")) {
        put(properties, name, row.getField(name));
      }
      add(Layers.FACILITIES.name(), row.getField("id"), point(row), properties);
    }
  }

  private Map<String, List<NamedCsvRecord>> byLine(String table) {
    var byLine = new LinkedHashMap<String, List<NamedCsvRecord>>();
    for (NamedCsvRecord row : pack.rows(table)) {
      byLine.computeIfAbsent(row.getField("line"), line -> new ArrayList<>()).add(row);
    }
    return byLine;
  }

  private static String headway(NamedCsvRecord row) {
    return "%s %s-%s/%s"
        .formatted(
            row.getField("day"),
            row.getField("from"),
            row.getField("to"),
            row.getField("headway_s"));
  }

  private void add(String layer, String id, Geometry geometry, Map<String, Object> properties) {
    features.add(new Feature(layer, id, geometry, Properties.of(properties)));
  }

  private static void put(Map<String, Object> properties, String name, String value) {
    if (!value.isEmpty()) {
      properties.put(name, value);
    }
  }

  static Point point(NamedCsvRecord row) {
    return GeoJson.WGS84.createPoint(new Coordinate(decimal(row, "lon"), decimal(row, "lat")));
  }

  private static double decimal(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }
}
