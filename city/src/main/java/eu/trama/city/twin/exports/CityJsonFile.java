package eu.trama.city.twin.exports;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Json;
import eu.trama.city.twin.LocalMetres;
import eu.trama.city.twin.Properties;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/// Buildings as CityJSON 2.0 (OGC 20-072r5): each a block on its outline, as high as it is known to
/// be (level of detail 1.2), or its outline alone (0.1) where no height is known. Metres of the
/// city's UTM zone, to the millimetre.
///
/// The vertices follow the buildings that are made of them, so the layer is read twice instead of
/// holding them.
final class CityJsonFile {

  private static final double MILLIMETRES = 1000;

  private final LayerContent content;
  private final LocalMetres metres;
  private final long east;
  private final long north;
  private final Writer out;

  private CityJsonFile(LayerContent content, OutputStream stream) {
    this.content = content;
    this.metres = LocalMetres.of(content.city());
    this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    Geometry centre =
        metres.fromDegrees(
            eu.trama.city.twin.GeoJson.WGS84.createPoint(
                new Coordinate(content.city().lon(), content.city().lat())));
    this.east = Math.round(centre.getCoordinate().x);
    this.north = Math.round(centre.getCoordinate().y);
  }

  static void write(LayerContent content, OutputStream stream) throws IOException {
    var file = new CityJsonFile(content, stream);
    file.head();
    file.objects();
    file.vertices();
    file.out.write("}\n");
    file.out.flush();
  }

  private void head() throws IOException {
    var transform =
        Map.of(
            "scale",
            List.of(1 / MILLIMETRES, 1 / MILLIMETRES, 1 / MILLIMETRES),
            "translate",
            List.of(east, north, 0));
    String crs = "https://www.opengis.net/def/crs/EPSG/0/" + content.city().utmEpsg();
    out.write("{\"type\":\"CityJSON\",\"version\":\"2.0\",\"transform\":" + Json.write(transform));
    out.write(",\"metadata\":" + Json.write(Map.of("referenceSystem", crs)));
  }

  private void objects() throws IOException {
    out.write(",\"CityObjects\":{");
    String between = "\n";
    int first = 0;
    for (Feature feature : content.features()) {
      Geometry outline = feature.geometry();
      if (outline != null) {
        var block = block(feature, outline);
        out.write(between + Json.write(feature.id()) + ":");
        out.write(Json.write(object(feature, block.geometry(first))));
        first += block.vertices().size();
        between = ",\n";
      }
    }
    out.write("\n}");
  }

  private void vertices() throws IOException {
    out.write(",\"vertices\":[");
    String between = "\n";
    for (Feature feature : content.features()) {
      Geometry outline = feature.geometry();
      if (outline != null) {
        for (Coordinate at : block(feature, outline).vertices()) {
          out.write(
              between
                  + "["
                  + Math.round((at.x - east) * MILLIMETRES)
                  + ","
                  + Math.round((at.y - north) * MILLIMETRES)
                  + ","
                  + Math.round(at.getZ() * MILLIMETRES)
                  + "]");
          between = ",\n";
        }
      }
    }
    out.write("\n]");
  }

  private BuildingBlock block(Feature feature, Geometry outline) {
    return BuildingBlock.of(
        metres.fromDegrees(outline),
        feature.properties().number("ground").orElse(0),
        feature.properties().number("height").orElse(0));
  }

  private static Map<String, Object> object(Feature feature, Map<String, Object> geometry) {
    Properties known = feature.properties();
    var attributes = new LinkedHashMap<String, Object>();
    put(attributes, "measuredHeight", known, "height");
    put(attributes, "storeysAboveGround", known, "storeys");
    put(attributes, "yearOfConstruction", known, "year");
    put(attributes, "usage", known, "use");
    return Map.of("type", "Building", "attributes", attributes, "geometry", List.of(geometry));
  }

  private static void put(
      Map<String, Object> attributes, String name, Properties known, String property) {
    Object value = known.values().get(property);
    if (value != null) {
      attributes.put(name, value);
    }
  }
}
