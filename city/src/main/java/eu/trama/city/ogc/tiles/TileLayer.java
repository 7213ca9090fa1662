package eu.trama.city.ogc.tiles;

import eu.trama.city.twin.Json;
import eu.trama.city.twin.StoredFeature;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.JtsAdapter;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerProps;
import io.github.sebasbaumh.mapbox.vectortile.util.MvtUtil;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/// Encodes a layer's features into a tile (Mapbox Vector Tile 2.1). A feature carries its id as the
/// property `id`, since the format's own ids are numbers, and its properties with one value; lists
/// are left to the features themselves.
final class TileLayer {

  private static final int VERSION = 2;

  private TileLayer() {}

  /// @return null where nothing of the features is in the tile
  static VectorTile.Tile.@Nullable Layer encode(
      String name, WebMercatorQuad.Tile tile, List<StoredFeature> features) {
    var place = new TileGeometry(tile);
    var properties = new MvtLayerProps();
    var layer =
        VectorTile.Tile.Layer.newBuilder()
            .setVersion(VERSION)
            .setName(name)
            .setExtent(TileGeometry.EXTENT);
    for (StoredFeature feature : features) {
      Geometry stored = feature.geometry();
      Geometry placed = stored == null ? null : place.of(stored);
      if (placed != null) {
        placed.setUserData(feature); // Without it the library asks for no properties.
        JtsAdapter.addFeatures(
            layer, placed, properties, (none, props, into) -> tag(feature, props, into));
      }
    }
    if (layer.getFeaturesCount() == 0) {
      return null;
    }
    MvtUtil.writeProps(layer, properties);
    return layer.build();
  }

  private static void tag(
      StoredFeature feature, MvtLayerProps props, VectorTile.Tile.Feature.Builder into) {
    tag("id", feature.id(), props, into);
    for (Map.Entry<String, JsonNode> each : Json.read(feature.propertiesJson()).properties()) {
      Object value = single(each.getValue());
      if (value != null && !each.getKey().equals("id")) {
        tag(each.getKey(), value, props, into);
      }
    }
  }

  private static void tag(
      String key, Object value, MvtLayerProps props, VectorTile.Tile.Feature.Builder into) {
    into.addTags(props.addKey(key));
    into.addTags(props.addValue(value));
  }

  private static @Nullable Object single(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> value.asString();
      case BOOLEAN -> value.asBoolean();
      case NUMBER -> value.isIntegralNumber() ? (Object) value.asLong() : (Object) value.asDouble();
      default -> null;
    };
  }
}
