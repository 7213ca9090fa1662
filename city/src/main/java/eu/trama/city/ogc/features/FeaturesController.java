package eu.trama.city.ogc.features;

import eu.trama.city.ogc.ApiLink;
import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Media;
import eu.trama.city.ogc.Problem;
import eu.trama.city.twin.AsOf;
import eu.trama.city.twin.FeatureSearch;
import eu.trama.city.twin.LayerQuery;
import eu.trama.city.twin.LayerSchema;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Snapshot;
import eu.trama.city.twin.StoredFeature;
import eu.trama.city.twin.Twin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/// Collections and features over HTTP (OGC API Features Part 1, 17-069r4, and Part 2, 18-058r1).
@Controller
class FeaturesController {

  /// Matches are counted up to here; how many more there are is not said.
  private static final long MOST_COUNTED = 1_000;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Part of the tags: changes when the same question is answered with other bytes.
  private static final String FORMAT = "features-1";

  private final Twin twin;
  private final FeatureSearch search;
  private final Collections collections;
  private final FeaturePages pages;
  private final Clock clock;

  FeaturesController(
      Twin twin, FeatureSearch search, Collections collections, FeaturePages pages, Clock clock) {
    this.twin = twin;
    this.search = search;
    this.collections = collections;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/ogc/{city}/collections")
  @Nullable View collections(Asked asked) throws IOException {
    asked.only();
    Media media = asked.choose(Media.JSON, Media.HTML);
    if (media.equals(Media.HTML)) {
      return pages.collections(asked, collections.all());
    }
    var document = new LinkedHashMap<String, Object>();
    document.put("links", asked.selfAndAlternates(media, Media.JSON, Media.HTML));
    document.put(
        "collections",
        collections.all().stream()
            .map(layer -> collections.describe(asked, layer, false))
            .toList());
    return asked.answer(media, document);
  }

  @GetMapping("/ogc/{city}/collections/{layer}")
  @Nullable View collection(Asked asked, @PathVariable("layer") String name) throws IOException {
    LayerSchema layer = layer(name);
    asked.only();
    Media media = asked.choose(Media.JSON, Media.HTML);
    if (media.equals(Media.HTML)) {
      return pages.collection(
          asked,
          layer,
          collections.facts(asked, layer),
          collections.links(asked, layer, Media.HTML));
    }
    return asked.answer(media, collections.describe(asked, layer, true));
  }

  @GetMapping("/ogc/{city}/collections/{layer}/schema")
  @Nullable View schema(Asked asked, @PathVariable("layer") String name) throws IOException {
    LayerSchema layer = layer(name);
    asked.only();
    Media media = asked.choose(Media.SCHEMA);
    String address = asked.href("/collections/" + name + "/schema");
    String title = asked.say("twin.layer." + layer.name());
    return asked.answer(media, Schemas.document(address, title, layer));
  }

  @GetMapping("/ogc/{city}/collections/{layer}/items")
  @Nullable View items(Asked asked, @PathVariable("layer") String name) throws IOException {
    LayerSchema layer = layer(name);
    ItemsRequest wanted = ItemsRequest.read(asked, twin, layer);
    Media media = asked.choose(Media.GEOJSON, Media.HTML);
    if (media.equals(Media.HTML)) {
      var page = search.page(wanted.query(), wanted.start(), wanted.limit());
      boolean whole = wanted.start().isEmpty() && page.next().isEmpty();
      OptionalLong matched = whole ? OptionalLong.of(page.features().size()) : matched(wanted);
      return pages.items(asked, layer, wanted, page, matched);
    }
    asked.keepFor(wanted.pinned());
    if (asked.unchanged(tag(asked, wanted.query()))) {
      return null;
    }
    asked.response().setContentType(media.type().toString());
    asked.response().setHeader("Content-Crs", "<" + wanted.crs().uri() + ">");
    Items.write(asked, wanted, search, () -> matched(wanted), clock.instant());
    return null;
  }

  /// Counted only where that is cheap: it is not needed to read the pages.
  private OptionalLong matched(ItemsRequest wanted) {
    LayerQuery query = wanted.query();
    var at = query.when().from();
    if (query.area() == null && query.equal().isEmpty() && query.when().isInstant() && at != null) {
      var asOf = new AsOf(at, query.known());
      var facts = twin.facts(new Snapshot(query.city(), asOf), query.layer());
      return OptionalLong.of(facts.count());
    }
    // A page that is not all of a longer list than is counted need not be counted to know that.
    return wanted.limit() >= MOST_COUNTED && wanted.start().isEmpty()
        ? OptionalLong.empty()
        : search.count(query, MOST_COUNTED);
  }

  /// The same question about the same state of the twin has the same answer.
  private static String tag(Asked asked, LayerQuery query) {
    return String.join(
        "|", FORMAT, asked.self(), query.known().toString(), query.when().toString());
  }

  @GetMapping("/ogc/{city}/collections/{layer}/items/{*id}")
  @Nullable View item(
      Asked asked, @PathVariable("layer") String name, @PathVariable("id") String path)
      throws IOException {
    LayerSchema layer = layer(name);
    asked.only("crs");
    String id = path.substring(1);
    Media media = asked.choose(Media.GEOJSON, Media.HTML);
    Crs crs = ItemsRequest.crs(asked, "crs");
    Snapshot snapshot = ItemsRequest.settled(asked, twin).snapshot();
    StoredFeature feature =
        search
            .one(LayerQuery.all(snapshot, layer.name()), id)
            .orElseThrow(() -> Problem.missing("feature " + id));
    if (media.equals(Media.HTML)) {
      return pages.item(asked, layer, feature);
    }
    asked.response().setHeader("Content-Crs", "<" + crs.uri() + ">");
    return asked.answer(media, document(asked, layer, feature, crs));
  }

  private static byte[] document(Asked asked, LayerSchema layer, StoredFeature feature, Crs crs) {
    var links = new ArrayList<ApiLink>();
    links.addAll(asked.selfAndAlternates(Media.GEOJSON, Media.GEOJSON, Media.HTML));
    links.add(
        ApiLink.to(
            asked.href("/collections/" + layer.name()),
            "collection",
            Media.JSON,
            "The collection"));
    var text = new StringBuilder();
    Items.write(feature, crs, text);
    text.append(",\"links\":").append(JSON.writeValueAsString(links)).append("}\n");
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static LayerSchema layer(String name) {
    return Layers.byName(name).orElseThrow(() -> Problem.missing("collection " + name));
  }
}
