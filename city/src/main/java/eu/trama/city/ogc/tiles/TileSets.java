package eu.trama.city.ogc.tiles;

import eu.trama.city.ogc.Addresses;
import eu.trama.city.ogc.ApiLink;
import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Media;
import eu.trama.city.ogc.Problem;
import eu.trama.city.twin.Field;
import eu.trama.city.twin.LayerFacts;
import eu.trama.city.twin.LayerSchema;
import eu.trama.city.twin.LayerSchema.Shape;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Snapshot;
import eu.trama.city.twin.Twin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/// What the API says of sets of tiles (OGC API Tiles 20-057, OGC 17-083r4 clause 7).
@Component
class TileSets {

  static final Media TILEJSON = Media.of("tilejson", "application/json");
  static final String RELATION = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
  static final String SCHEMES = "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes";
  private static final String SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
  private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

  private final Twin twin;

  TileSets(Twin twin) {
    this.twin = twin;
  }

  /// A set of tiles: of one layer, or of the whole city.
  ///
  /// @param path of the list that has it, such as `/collections/stops/tiles`
  record Of(String path, String title, List<LayerSchema> layers) {
    String set() {
      return path + "/" + WebMercatorQuad.ID;
    }
  }

  /// @param name of a layer; null for all that have a place
  /// @throws Problem 404 where there is no such layer, or it has no place
  static Of of(Asked asked, @Nullable String name) {
    if (name == null) {
      String title = asked.say("ogc.tiles.all", asked.city().name());
      return new Of("/tiles", title, Tiles.layers());
    }
    LayerSchema layer =
        Layers.byName(name)
            .filter(Tiles::drawn)
            .orElseThrow(() -> Problem.missing("collection with tiles called " + name));
    return new Of(
        "/collections/" + name + "/tiles", asked.say("twin.layer." + layer.name()), List.of(layer));
  }

  static String template(Asked asked, Of of) {
    return asked.href(of.set()) + "/{tileMatrix}/{tileRow}/{tileCol}";
  }

  Map<String, Object> list(Asked asked, Of of) {
    var entry = summary(of);
    var links = new ArrayList<ApiLink>();
    links.add(ApiLink.to(asked.href(of.set()), "self", Media.JSON, "The set of tiles"));
    links.add(scheme(asked));
    entry.put("links", links);
    var document = new LinkedHashMap<String, Object>();
    document.put("links", asked.selfAndAlternates(Media.JSON, Media.JSON));
    document.put("tilesets", List.of(entry));
    return document;
  }

  Map<String, Object> set(Asked asked, Of of, Snapshot snapshot) {
    var document = summary(of);
    Envelope box = box(of, snapshot);
    if (!box.isNull()) {
      document.put(
          "boundingBox",
          Map.of(
              "lowerLeft",
              List.of(box.getMinX(), box.getMinY()),
              "upperRight",
              List.of(box.getMaxX(), box.getMaxY()),
              "crs",
              CRS84));
    }
    document.put("tileMatrixSetLimits", WebMercatorQuad.limits());
    document.put("layers", of.layers().stream().map(layer -> layer(asked, layer)).toList());
    var links = new ArrayList<>(asked.selfAndAlternates(Media.JSON, Media.JSON));
    links.add(
        ApiLink.to(
            Addresses.with(asked.href(of.set()), "f", TILEJSON.f()),
            "describedby",
            TILEJSON,
            "As TileJSON"));
    links.add(scheme(asked));
    links.add(ApiLink.template(template(asked, of), "item", Media.MVT, "A tile"));
    document.put("links", links);
    return document;
  }

  private static Map<String, Object> summary(Of of) {
    var summary = new LinkedHashMap<String, Object>();
    summary.put("title", of.title());
    summary.put("dataType", "vector");
    summary.put("crs", WebMercatorQuad.CRS);
    summary.put("tileMatrixSetURI", WebMercatorQuad.URI);
    return summary;
  }

  private static ApiLink scheme(Asked asked) {
    return ApiLink.to(
        asked.href("/tileMatrixSets/" + WebMercatorQuad.ID),
        SCHEME,
        Media.JSON,
        "How the tiles divide the world");
  }

  private Envelope box(Of of, Snapshot snapshot) {
    var box = new Envelope();
    for (LayerSchema layer : of.layers()) {
      LayerFacts facts = twin.facts(snapshot, layer.name());
      facts.box().ifPresent(box::expandToInclude);
    }
    return box;
  }

  private static Map<String, Object> layer(Asked asked, LayerSchema layer) {
    var description = new LinkedHashMap<String, Object>();
    description.put("id", layer.name());
    description.put("title", asked.say("twin.layer." + layer.name()));
    description.put("dataType", "vector");
    List<Shape> shapes =
        layer.shapes().stream().filter(shape -> shape != Shape.NONE).sorted().toList();
    if (shapes.size() == 1) {
      description.put("geometryDimension", dimension(shapes.getFirst()));
    }
    description.put("propertiesSchema", Map.of("type", "object", "properties", properties(layer)));
    return description;
  }

  private static int dimension(Shape shape) {
    return switch (shape) {
      case NONE, POINT -> 0;
      case LINE -> 1;
      case POLYGON -> 2;
    };
  }

  /// TileJSON 3.0, which Mapbox's and MapLibre's libraries read.
  ///
  /// @param tiles address of the tiles, with `{z}`, `{x}` and `{y}`
  Map<String, Object> tileJson(String tiles, Of of, Snapshot snapshot) {
    var document = new LinkedHashMap<String, Object>();
    document.put("tilejson", "3.0.0");
    document.put("name", of.title());
    document.put("scheme", "xyz");
    document.put("tiles", List.of(tiles));
    document.put("minzoom", 0);
    document.put("maxzoom", WebMercatorQuad.DEEPEST);
    Envelope box = box(of, snapshot);
    if (!box.isNull()) {
      document.put("bounds", List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
    }
    document.put(
        "vector_layers",
        of.layers().stream()
            .map(layer -> {
              var fields = new LinkedHashMap<String, Object>();
              fields.put("id", layer.name());
              fields.put("fields", names(layer));
              return fields;
            })
            .toList());
    return document;
  }

  private static Map<String, String> names(LayerSchema layer) {
    var names = new LinkedHashMap<String, String>();
    names.put("id", "String");
    single(layer)
        .forEach(field ->
            names.put(
                field.name(),
                switch (field.type()) {
                  case WHOLE, NUMBER -> "Number";
                  case FLAG -> "Boolean";
                  default -> "String";
                }));
    return names;
  }

  private static Map<String, Object> properties(LayerSchema layer) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("id", Map.of("type", "string"));
    single(layer)
        .forEach(field ->
            properties.put(
                field.name(),
                Map.of(
                    "type",
                    switch (field.type()) {
                      case WHOLE -> "integer";
                      case NUMBER -> "number";
                      case FLAG -> "boolean";
                      default -> "string";
                    })));
    return properties;
  }

  private static List<Field> single(LayerSchema layer) {
    return layer.fields().stream()
        .filter(field -> field.type() != Field.Type.TEXTS && field.type() != Field.Type.NUMBERS)
        .toList();
  }
}
