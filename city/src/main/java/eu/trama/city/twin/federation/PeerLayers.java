package eu.trama.city.twin.federation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.Properties;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The first features of a peer's layer, as they are there now.
@Component
class PeerLayers {

  /// What one look takes; more is at the peer.
  static final int MOST = 1_000;

  /// How long a page's map may take to be asked for.
  private static final Duration UNTIL_ITS_MAP = Duration.ofMinutes(1);

  /// Most points of all features that wait for their maps: some 20 MB.
  private static final int MOST_POINTS = 500_000;

  private final PeerClient client;
  private final FederationSettings settings;
  private final Cache<String, Page> read =
      Caffeine.newBuilder()
          .expireAfterWrite(UNTIL_ITS_MAP)
          .maximumWeight(MOST_POINTS)
          .<String, Page>weigher((_, page) -> page.weight())
          .build();

  PeerLayers(PeerClient client, FederationSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /// @param matched how many there are at the peer, where it says so
  /// @param broken how many were left out, their geometry or properties being unusable
  record Page(List<Feature> features, Optional<Long> matched, int broken) {

    /// In points; a property counts as one.
    private int weight() {
      return features.stream()
          .mapToInt(each -> {
            Geometry geometry = each.geometry();
            return 1
                + each.properties().values().size()
                + (geometry == null ? 0 : geometry.getNumPoints());
          })
          .sum();
    }
  }

  /// The features that the page showed a moment ago, for its map: the peer is asked once for both.
  Page shown(Peer peer, Offer.Layer layer) throws PeerFault, InterruptedException {
    Page page = read.getIfPresent(key(peer, layer));
    return page == null ? read(peer, layer) : page;
  }

  private static String key(Peer peer, Offer.Layer layer) {
    return peer.id() + " " + layer.id();
  }

  Page read(Peer peer, Offer.Layer layer) throws PeerFault, InterruptedException {
    URI items = PeerAddress.within(peer.address(), peer.address(), layer.items());
    String sign = items.getRawQuery() == null ? "?" : "&";
    JsonNode answer = client.get(URI.create(items + sign + "limit=" + MOST), settings.patience());
    var features = new ArrayList<Feature>();
    int broken = 0;
    for (JsonNode each : answer.path("features")) {
      Optional<Feature> feature = features.size() < MOST ? feature(layer, each) : Optional.empty();
      feature.ifPresent(features::add);
      broken += feature.isPresent() ? 0 : 1;
    }
    JsonNode matched = answer.path("numberMatched");
    var page =
        new Page(
            features,
            matched.isIntegralNumber() ? Optional.of(matched.asLong()) : Optional.empty(),
            broken);
    read.put(key(peer, layer), page);
    return page;
  }

  private static Optional<Feature> feature(Offer.Layer layer, JsonNode of) {
    try {
      Geometry geometry = of.path("geometry").isObject() ? GeoJson.read(of.path("geometry")) : null;
      return Optional.of(
          new Feature(layer.id(), of.path("id").asString(""), geometry, properties(of)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// What is a text, a number, a flag or a list of these; a stranger's deeper structures are left.
  private static Properties properties(JsonNode of) {
    var values = new TreeMap<String, Object>();
    for (Map.Entry<String, JsonNode> entry : of.path("properties").properties()) {
      JsonNode value = entry.getValue();
      if (value.isString()) {
        values.put(entry.getKey(), value.asString());
      } else if (value.isBoolean()) {
        values.put(entry.getKey(), value.asBoolean());
      } else if (value.isNumber() && Double.isFinite(value.asDouble())) {
        values.put(entry.getKey(), value.asDouble());
      }
    }
    return Properties.of(values);
  }
}
