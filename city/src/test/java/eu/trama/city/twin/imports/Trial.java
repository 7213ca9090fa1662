package eu.trama.city.twin.imports;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.City;
import eu.trama.city.twin.Digest;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Findings;
import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.ImportFile;
import eu.trama.city.twin.Importer;
import eu.trama.city.twin.Properties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/// What an importer made of a file.
record Trial(
    String source, List<Feature> features, List<Finding> findings, Properties description) {

  static final City BARCELONA = city("barcelona", "Barcelona", 25831, 41.4, 2.15);
  static final City BOLOGNA = city("bologna", "Bologna", 25832, 44.5, 11.35);

  private static City city(String id, String name, int epsg, double lat, double lon) {
    return new City(
        id, name, "EU", ZoneId.of("Europe/Rome"), epsg, lat, lon, 12, List.of("it"), "EUR");
  }

  static Trial of(Importer importer, City city, Path path, List<Feature> zones) {
    return of(importer, city, path, zones, Map.of());
  }

  static Trial of(
      Importer importer, City city, Path path, List<Feature> zones, Map<String, String> options) {
    var features = new ArrayList<Feature>();
    var findings = new Findings();
    try {
      var file = new ImportFile(path, city, options, hash(path), Files.size(path), bytes -> {});
      String source = importer.series(file).source();
      Properties description = importer.read(file, zones, features::add, findings);
      return new Trial(source, features, findings.kept(), description);
    } catch (BadInput e) {
      var all = new ArrayList<>(findings.kept());
      all.addAll(e.findings());
      return new Trial("", features, all, Properties.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(Path path) throws IOException {
    return Digest.hex(Digest.sha256().digest(Files.readAllBytes(path)));
  }

  static Path write(Path folder, String name, String text) {
    return write(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path write(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> ids() {
    return features.stream().map(Feature::id).toList();
  }

  List<String> codes() {
    return findings.stream().map(Finding::code).toList();
  }

  Feature feature(String id) {
    return features.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  /// A square zone, a hundredth of a degree wide.
  static Feature zone(String id, String name, double lon, double lat, String boundary) {
    int colon = id.indexOf(':');
    var properties = new TreeMap<String, Object>();
    properties.put("level", id.substring(0, colon));
    properties.put("code", id.substring(colon + 1));
    properties.put("name", name);
    properties.put("boundary", boundary);
    var box = new Envelope(new Coordinate(lon, lat), new Coordinate(lon + 0.01, lat + 0.01));
    return new Feature("zones", id, GeoJson.WGS84.toGeometry(box), new Properties(properties));
  }
}
