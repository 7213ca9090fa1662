package eu.trama.city.ogc.features;

import eu.trama.city.ogc.ApiLink;
import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.CollectionLinks;
import eu.trama.city.ogc.Media;
import eu.trama.city.twin.LayerFacts;
import eu.trama.city.twin.LayerSchema;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Snapshot;
import eu.trama.city.twin.Twin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The layers of a city as collections: what the API says of each.
@Component
class Collections {

  private static final String GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian";

  private final Twin twin;
  private final ObjectProvider<CollectionLinks> more;

  Collections(Twin twin, ObjectProvider<CollectionLinks> more) {
    this.twin = twin;
    this.more = more;
  }

  List<LayerSchema> all() {
    return Layers.ALL;
  }

  LayerFacts facts(Asked asked, LayerSchema layer) {
    Snapshot today = twin.today(asked.city().id());
    return twin.facts(today, layer.name());
  }

  /// The description of a collection.
  ///
  /// @param alone whether it is a document of its own
  Map<String, Object> describe(Asked asked, LayerSchema layer, boolean alone) {
    var collection = new LinkedHashMap<String, Object>();
    collection.put("id", layer.name());
    collection.put("title", asked.say("twin.layer." + layer.name()));
    collection.put("description", asked.say("twin.layer.about." + layer.name()));
    Map<String, Object> extent = extent(facts(asked, layer));
    if (!extent.isEmpty()) {
      collection.put("extent", extent);
    }
    collection.put("itemType", "feature");
    collection.put("crs", Crs.of(asked.city()).stream().map(Crs::uri).toList());
    collection.put("storageCrs", Crs.CRS84.uri());
    collection.put("links", alone ? links(asked, layer, Media.JSON) : links(asked, layer));
    return collection;
  }

  private static Map<String, Object> extent(LayerFacts facts) {
    var extent = new LinkedHashMap<String, Object>();
    facts
        .box()
        .ifPresent(box ->
            extent.put("spatial", Map.of("bbox", List.of(sides(box)), "crs", Crs.CRS84.uri())));
    facts
        .validFrom()
        .ifPresent(from ->
            extent.put(
                "temporal", Map.of("interval", List.of(interval(from, facts)), "trs", GREGORIAN)));
    return extent;
  }

  private static List<Double> sides(Envelope box) {
    return List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }

  private static List<@Nullable String> interval(Instant from, LayerFacts facts) {
    return Arrays.asList(from.toString(), facts.validTo().map(Instant::toString).orElse(null));
  }

  /// The links of a collection that is a document of its own.
  ///
  /// @param chosen the form in which it is told
  List<ApiLink> links(Asked asked, LayerSchema layer, Media chosen) {
    var links = new ArrayList<>(asked.selfAndAlternates(chosen, Media.JSON, Media.HTML));
    links.addAll(further(asked, layer));
    return links;
  }

  private List<ApiLink> links(Asked asked, LayerSchema layer) {
    String self = asked.href("/collections/" + layer.name());
    var links = new ArrayList<ApiLink>();
    links.add(ApiLink.to(self, "self", Media.JSON, "The collection"));
    links.addAll(further(asked, layer));
    return links;
  }

  private List<ApiLink> further(Asked asked, LayerSchema layer) {
    String self = asked.href("/collections/" + layer.name());
    var links = new ArrayList<ApiLink>();
    links.add(ApiLink.to(self + "/items", "items", Media.GEOJSON, "The features"));
    links.add(ApiLink.to(self + "/items?f=html", "items", Media.HTML, "The features, for people"));
    links.add(
        ApiLink.to(self + "/schema", "describedby", Media.SCHEMA, "What properties they have"));
    String root = asked.base().substring(0, asked.base().indexOf("/ogc/"));
    links.add(
        ApiLink.to(
            root + "/" + asked.city().id() + "/catalogue",
            "license",
            Media.HTML,
            "Where the data come from, and under which licence"));
    more.orderedStream().forEach(each -> links.addAll(each.links(asked, layer)));
    return links;
  }
}
