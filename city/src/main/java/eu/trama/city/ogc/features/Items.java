package eu.trama.city.ogc.features;

import eu.trama.city.ogc.Addresses;
import eu.trama.city.ogc.ApiLink;
import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Media;
import eu.trama.city.twin.FeatureSearch;
import eu.trama.city.twin.StoredFeature;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/// Writes a page of a collection as GeoJSON, as it is read: features first, and what is only known
/// after them last.
final class Items {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int AT_ONCE = 1_000;

  private Items() {}

  /// @param matched how many features match in all, where that is known; asked only where the page
  ///   does not tell
  static void write(
      Asked asked,
      ItemsRequest wanted,
      FeatureSearch search,
      Supplier<OptionalLong> matched,
      Instant now)
      throws IOException {
    Writer out = new OutputStreamWriter(asked.response().getOutputStream(), StandardCharsets.UTF_8);
    out.write("{\"type\":\"FeatureCollection\",\"timeStamp\":\"");
    out.write(now.truncatedTo(ChronoUnit.SECONDS).toString());
    out.write("\",\"features\":[");
    int left = wanted.limit();
    Optional<String> next = Optional.of(wanted.start());
    while (left > 0 && next.isPresent()) {
      var page = search.page(wanted.query(), next.get(), Math.min(left, AT_ONCE));
      var text = new StringBuilder();
      for (StoredFeature feature : page.features()) {
        text.append(left == wanted.limit() ? "\n" : ",\n");
        write(feature, wanted.crs(), text);
        text.append('}');
        left--;
      }
      out.append(text);
      next = page.next();
    }
    int returned = wanted.limit() - left;
    out.write("\n],\"numberReturned\":" + returned);
    boolean whole = wanted.start().isEmpty() && next.isEmpty();
    OptionalLong all = whole ? OptionalLong.of(returned) : matched.get();
    if (all.isPresent()) {
      out.write(",\"numberMatched\":" + all.getAsLong());
    }
    out.write(",\"links\":" + JSON.writeValueAsString(links(asked, wanted, next)) + "}\n");
    out.flush();
  }

  /// A feature as a GeoJSON object that is still open. Its member `time` is that of JSON-FG (OGC
  /// 21-045r1): from when, and up to when, it is so.
  static void write(StoredFeature feature, Crs crs, StringBuilder text) {
    text.append("{\"type\":\"Feature\",\"id\":").append(JSON.writeValueAsString(feature.id()));
    text.append(",\"time\":{\"interval\":[\"").append(feature.validFrom()).append("\",\"");
    text.append(feature.validTo().map(Instant::toString).orElse("..")).append("\"]}");
    text.append(",\"geometry\":");
    var geometry = feature.geometry();
    if (geometry == null) {
      text.append("null");
    } else {
      GeometryText.write(geometry, crs, text);
    }
    text.append(",\"properties\":").append(feature.propertiesJson());
  }

  static List<ApiLink> links(Asked asked, ItemsRequest wanted, Optional<String> next) {
    var links = new ArrayList<>(asked.selfAndAlternates(Media.GEOJSON, Media.GEOJSON, Media.HTML));
    next.ifPresent(start ->
        links.add(
            ApiLink.to(next(asked.self(), wanted, start), "next", Media.GEOJSON, "The next page")));
    links.add(
        ApiLink.to(
            asked.href("/collections/" + wanted.query().layer()),
            "collection",
            Media.JSON,
            "The collection"));
    return links;
  }

  /// The address of the next page, with both times fixed as they were on this one.
  static String next(String self, ItemsRequest wanted, String start) {
    String next = Addresses.with(self, ItemsRequest.START, start);
    next = Addresses.with(next, ItemsRequest.KNOWN, wanted.query().known().toString());
    Instant at = wanted.query().when().from();
    return wanted.query().when().isInstant() && at != null
        ? Addresses.with(next, "datetime", at.toString())
        : next;
  }
}
