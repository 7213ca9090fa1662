package eu.trama.city.twin.pages;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.LayerSchema;
import eu.trama.city.twin.LayerSchema.Shape;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Snapshot;
import eu.trama.city.twin.Zones;
import eu.trama.city.web.Words;
import eu.trama.city.web.map.MapLayer;
import eu.trama.city.web.map.MapPanel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/// Maps of layers over the zones of their city.
public final class LayerMaps {

  /// Most features that a map draws; all named streets of Barcelona are 14,958 segments.
  static final int MOST = 20_000;

  private LayerMaps() {}

  static Optional<MapPanel> layer(
      Wording wording, Snapshot snapshot, LayerSchema schema, List<Feature> features) {
    boolean drawn = schema.shapes().stream().anyMatch(shape -> shape != Shape.NONE);
    if (!drawn || features.isEmpty()) {
      return Optional.empty();
    }
    var layers = new ArrayList<MapLayer>();
    layers.add(MapLayer.Zones.plain(ZoneTables.url(snapshot, Zones.NEIGHBOURHOOD)));
    layers.addAll(of(wording.words(), schema.name(), url(snapshot, schema.name())));
    return Optional.of(
        new MapPanel(
            "map",
            "features",
            wording.say("twin.layer." + schema.name()),
            ZoneMaps.around(wording.city(), features),
            layers,
            List.of(),
            ""));
  }

  static Optional<MapPanel> feature(
      Wording wording, Snapshot snapshot, LayerSchema schema, Feature feature) {
    var geometry = feature.geometry();
    if (geometry == null) {
      return Optional.empty();
    }
    var layers = new ArrayList<MapLayer>();
    layers.add(MapLayer.Zones.plain(ZoneTables.url(snapshot, Zones.NEIGHBOURHOOD)));
    layers.addAll(
        of(
            wording.words(),
            schema.name(),
            url(snapshot, schema.name()) + "&bbox=" + bbox(geometry.getEnvelopeInternal())));
    return Optional.of(
        new MapPanel(
            "map",
            "history",
            LayerTables.name(feature),
            ZoneMaps.around(wording.city(), List.of(feature)),
            layers,
            List.of(),
            ""));
  }

  private static String bbox(Envelope box) {
    return box.getMinX() + "," + box.getMinY() + "," + box.getMaxX() + "," + box.getMaxY();
  }

  /// How a layer is drawn; none for layers that have no place or lie under the map anyway.
  public static List<MapLayer> of(Words words, String layer, String url) {
    String name = words.say("twin.layer." + layer);
    if (layer.equals(Layers.LINES.name()) || layer.equals(Layers.STREETS.name())) {
      return List.of(MapLayer.Lines.coloured(url, name, "colour"));
    }
    if (layer.equals(Layers.STOPS.name())) {
      return List.of(
          new MapLayer.Points(
              url, "kind", List.of(MapLayer.Symbol.plain("stop", name, MapLayer.Shape.CIRCLE))));
    }
    if (layer.equals(Layers.FACILITIES.name())) {
      return List.of(
          new MapLayer.Points(
              url,
              "kind",
              List.of(
                  symbol(words, "school", MapLayer.Shape.SQUARE),
                  symbol(words, "health", MapLayer.Shape.TRIANGLE),
                  symbol(words, "social", MapLayer.Shape.DIAMOND))));
    }
    return List.of();
  }

  private static MapLayer.Symbol symbol(Words words, String kind, MapLayer.Shape shape) {
    return MapLayer.Symbol.plain(kind, words.say("twin.code.kind." + kind), shape);
  }

  /// What a map draws of a layer, as it will always be: both times fixed.
  public static String url(Snapshot at, String layer) {
    return "/%s/layers/%s.geojson?valid=%s&known=%s&limit=%d"
        .formatted(at.city(), layer, at.asOf().valid(), at.asOf().known(), MOST);
  }
}
