package eu.trama.city.twin.exports;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/// A layer as a GeoJSON feature collection (RFC 7946). Its foreign members `valid` and `known` say
/// of which point in both times it speaks.
final class GeoJsonFile {

  private GeoJsonFile() {}

  static void write(LayerContent content, OutputStream stream) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    out.write("{\"type\":\"FeatureCollection\"");
    out.write(",\"valid\":" + Json.write(content.snapshot().asOf().valid().toString()));
    out.write(",\"known\":" + Json.write(content.snapshot().asOf().known().toString()));
    out.write(",\"features\":[");
    String between = "\n";
    for (Feature feature : content.features()) {
      out.write(between);
      out.write(Json.write(GeoJson.write(feature)));
      between = ",\n";
    }
    out.write("\n]}\n");
    out.flush();
  }
}
