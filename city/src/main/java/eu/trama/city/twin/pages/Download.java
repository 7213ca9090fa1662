package eu.trama.city.twin.pages;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.Json;
import eu.trama.city.twin.Zone;
import eu.trama.city.twin.exports.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes files to the browser as they come, without holding them.
public final class Download {

  private static final String GEOJSON = "application/geo+json";

  private Download() {}

  /// A table as a CSV file.
  public static void csv(
      HttpServletResponse response, String name, List<String> header, Stream<List<Object>> rows)
      throws IOException {
    response.setContentType("text/csv;charset=UTF-8;header=present");
    attach(response, name + ".csv");
    Csv.write(writer(response), header, rows);
  }

  /// Zones with properties of their own, next to id and name.
  public static void zones(
      HttpServletResponse response,
      Iterable<Zone> zones,
      Function<Zone, ? extends Map<String, ?>> properties)
      throws IOException {
    var collection = new Collection(response);
    for (Zone zone : zones) {
      collection.add(zone.id(), zone, properties.apply(zone));
    }
    collection.end();
  }

  public static void json(HttpServletResponse response, String name, Object value)
      throws IOException {
    response.setContentType("application/json");
    attach(response, name + ".json");
    response
        .getOutputStream()
        .write((Json.writeReadable(value) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void attach(HttpServletResponse response, String name) {
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  private static Writer writer(HttpServletResponse response) throws IOException {
    return new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
  }

  /// A feature collection (RFC 7946), written feature by feature. Ended by its writer and by no
  /// `try`: where a feature fails, the file must break off and not look complete.
  public static final class Collection {

    private final Writer out;
    private boolean first = true;

    public Collection(HttpServletResponse response) throws IOException {
      response.setContentType(GEOJSON);
      out = writer(response);
      out.write("{\"type\":\"FeatureCollection\",\"features\":[");
    }

    public void add(Feature feature) throws IOException {
      add(feature, Map.of());
    }

    /// @param more properties beside the feature's own
    public void add(Feature feature, Map<String, ?> more) throws IOException {
      var properties = new LinkedHashMap<String, @Nullable Object>(feature.properties().values());
      properties.putAll(more);
      var geometry = feature.geometry();
      add(feature.id(), geometry == null ? null : GeoJson.write(geometry), properties);
    }

    /// @param id unique in the file
    /// @param own properties of the zone, next to its id and name
    public void add(String id, Zone zone, Map<String, ?> own) throws IOException {
      var all = new LinkedHashMap<String, @Nullable Object>();
      all.put("id", id);
      all.put("code", zone.code());
      all.put("name", zone.name());
      all.put("boundary", zone.standIn() ? "stand-in" : "official");
      all.putAll(own);
      add(id, GeoJson.write(zone.boundary()), all);
    }

    private void add(String id, @Nullable Object geometry, Map<String, @Nullable Object> properties)
        throws IOException {
      var object = new LinkedHashMap<String, @Nullable Object>();
      object.put("type", "Feature");
      object.put("id", id);
      object.put("geometry", geometry);
      object.put("properties", properties);
      out.write(first ? "\n" : ",\n");
      out.write(Json.write(object));
      first = false;
    }

    /// All features are written.
    public void end() throws IOException {
      out.write("\n]}\n");
      out.flush();
    }
  }
}
