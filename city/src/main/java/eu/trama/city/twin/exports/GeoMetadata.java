package eu.trama.city.twin.exports;

import eu.trama.city.twin.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/// What a GeoParquet file says of its geometry column (GeoParquet 1.1.0, "File metadata"):
/// encoding, kinds of geometry and bounds. Without a `crs` it is OGC:CRS84, longitude before
/// latitude.
final class GeoMetadata {

  static final String KEY = "geo";

  private final SortedSet<String> kinds = new TreeSet<>();
  private final Envelope box = new Envelope();

  void see(Geometry geometry) {
    kinds.add(geometry.getGeometryType());
    box.expandToInclude(geometry.getEnvelopeInternal());
  }

  String json() {
    var column = new LinkedHashMap<String, Object>();
    column.put("encoding", "WKB");
    column.put("geometry_types", List.copyOf(kinds));
    if (!box.isNull()) {
      column.put("bbox", List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
    }
    var geo = new LinkedHashMap<String, Object>();
    geo.put("version", "1.1.0");
    geo.put("primary_column", Columns.GEOMETRY);
    geo.put("columns", Map.of(Columns.GEOMETRY, column));
    return Json.write(geo);
  }
}
