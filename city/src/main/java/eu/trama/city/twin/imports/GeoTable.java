package eu.trama.city.twin.imports;

import eu.trama.city.twin.Findings;
import eu.trama.city.twin.ImportFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonToken;

/// A table whose rows are features: one column holds the geometry as GeoJSON, the others are
/// properties. Open-data portals of many Italian cities give boundaries so.
final class GeoTable {

  private static final List<String> SHAPES =
      List.of("Geo Shape", "geo_shape", "geometry", "geojson");

  private final ImportFile file;
  private final Limits limits;
  private final Findings findings;
  private final GeoFeatures features;

  GeoTable(ImportFile file, Limits limits, Findings findings, GeoFeatures features) {
    this.file = file;
    this.limits = limits;
    this.findings = findings;
    this.features = features;
  }

  void read(GeoFeatures.Reader reader) throws IOException {
    try (var table = Table.open(file, limits)) {
      String shape =
          SHAPES.stream()
              .filter(table::has)
              .findFirst()
              .orElseThrow(() -> table.unknownColumns("one of " + String.join(", ", SHAPES)));
      table.each(
          findings,
          row -> {
            var properties = new TreeMap<String, Object>();
            for (int i = 0; i < table.columns().size(); i++) {
              String column = table.columns().get(i);
              if (!column.equalsIgnoreCase(shape)) {
                properties.put(column, row.get(i));
              }
            }
            GeoFeature feature = feature(row.line(), properties, row.get(shape));
            return feature == null || reader.take(feature);
          });
    }
  }

  private @Nullable GeoFeature feature(long line, Map<String, Object> properties, String geojson)
      throws IOException {
    Geometry geometry = null;
    ShapeFault fault = null;
    if (!geojson.isEmpty()) {
      try (var json = JsonTokens.of(geojson, file.name(), line, limits)) {
        if (json.next() != JsonToken.START_OBJECT) {
          throw json.unexpected("a GeoJSON geometry");
        }
        geometry = Shape.read(json);
        json.end();
      } catch (ShapeFault e) {
        fault = e;
      }
    }
    return features.checked(line, "", properties, geometry, fault);
  }
}
