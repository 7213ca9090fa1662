package eu.trama.city.twin.exports;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Field;
import eu.trama.city.twin.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.WKTWriter;

/// A layer as a table (RFC 4180): its id, where it is, its properties. Points stand in columns
/// `lon` and `lat`, other shapes in a column `geometry` as well-known text (OGC 06-103r4); degrees
/// WGS 84, longitude first. A list stands as JSON.
final class CsvFile {

  private static final double DECIMALS = 1e7;

  private CsvFile() {}

  static void write(LayerContent content, OutputStream stream) throws IOException {
    Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    List<String> names = Columns.names(content, places(content));
    var header = new ArrayList<>(List.of(Columns.ID));
    header.addAll(places(content));
    header.addAll(names);
    Csv.write(out, header, rows(content));
  }

  private static List<String> places(LayerContent content) {
    if (content.hasPointsOnly()) {
      return List.of("lon", "lat");
    }
    return content.hasPlaces() ? List.of(Columns.GEOMETRY) : List.of();
  }

  private static Stream<List<Object>> rows(LayerContent content) {
    var wkt = new WKTWriter(2);
    wkt.setPrecisionModel(new PrecisionModel(DECIMALS));
    return content.stream().map(feature -> row(content, feature, wkt));
  }

  private static List<Object> row(LayerContent content, Feature feature, WKTWriter wkt) {
    var cells = new ArrayList<Object>();
    cells.add(feature.id());
    Geometry geometry = feature.geometry();
    if (content.hasPointsOnly()) {
      Coordinate at = geometry == null ? null : geometry.getCoordinate();
      cells.add(at == null ? "" : degrees(at.x));
      cells.add(at == null ? "" : degrees(at.y));
    } else if (content.hasPlaces()) {
      cells.add(geometry == null ? "" : wkt.write(geometry));
    }
    for (Field field : content.fields()) {
      cells.add(cell(feature.properties().values().get(field.name())));
    }
    return cells;
  }

  private static Number degrees(double value) {
    return Math.rint(value * DECIMALS) / DECIMALS;
  }

  private static Object cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Number number -> number;
      case List<?> list -> Json.write(list);
      default -> value.toString();
    };
  }
}
