package eu.trama.city.ogc.tiles;

import eu.trama.city.ogc.ApiLink;
import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.CollectionLinks;
import eu.trama.city.ogc.Media;
import eu.trama.city.ogc.OpenApi;
import eu.trama.city.ogc.Operation;
import eu.trama.city.ogc.Part;
import eu.trama.city.twin.City;
import eu.trama.city.twin.LayerSchema;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// OGC API Tiles Part 1 (20-057), and the tile matrix set of OGC 17-083r4.
@Component
@Order(2)
class TilesPart implements Part, CollectionLinks {

  private static final String TILES = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/";
  private static final String MATRIX_SETS = "http://www.opengis.net/spec/tms/2.0/conf/";
  private static final String TAG = "Tiles";
  private static final Map<String, Object> OBJECT = Map.of("type", "object");

  @Override
  public List<String> conformsTo() {
    return List.of(
        TILES + "core",
        TILES + "tileset",
        TILES + "tilesets-list",
        TILES + "dataset-tilesets",
        TILES + "geodata-tilesets",
        TILES + "mvt",
        TILES + "oas30",
        MATRIX_SETS + "tilematrixset",
        MATRIX_SETS + "json-tilematrixset");
  }

  @Override
  public List<ApiLink> links(Asked asked) {
    return List.of(
        ApiLink.to(
            asked.href("/tiles"), TileSets.RELATION, Media.JSON, "Vector tiles of all layers"),
        ApiLink.to(
            asked.href("/tileMatrixSets"),
            TileSets.SCHEMES,
            Media.JSON,
            "How tiles divide the world"));
  }

  @Override
  public List<ApiLink> links(Asked asked, LayerSchema layer) {
    return Tiles.drawn(layer)
        ? List.of(
            ApiLink.to(
                asked.href("/collections/" + layer.name() + "/tiles"),
                TileSets.RELATION,
                Media.JSON,
                "Vector tiles of the layer"))
        : List.of();
  }

  @Override
  public void describe(City city, OpenApi api) {
    api.tag(TAG, "The layers as vector tiles");
    parameters(api);
    api.schema("tileMatrixSet", OBJECT);
    api.schema("tileSet", OBJECT);
    api.schema("tileSets", OBJECT);
    api.get(
        "/tileMatrixSets",
        Operation.of("getTileMatrixSetsList", TAG, "How tiles divide the world")
            .answering(Media.JSON, OBJECT, "The tile matrix sets"));
    api.get(
        "/tileMatrixSets/{tileMatrixSetId}",
        Operation.of("getTileMatrixSet", TAG, "How the tiles of a set divide the world")
            .taking("tileMatrixSetId")
            .answering(Media.JSON, "tileMatrixSet", "A tile matrix set"));
    sets(api, "/tiles", "dataset.vector", "of all layers", new String[0]);
    sets(
        api,
        "/collections/{collectionId}/tiles",
        "collection.vector",
        "of one layer",
        new String[] {"collectionId"});
    folder(api, "/xyz", "dataset.vector", "of all layers", new String[0]);
    folder(
        api,
        "/collections/{collectionId}/xyz",
        "collection.vector",
        "of one layer",
        new String[] {"collectionId"});
  }

  private static void sets(OpenApi api, String path, String id, String of, String[] taking) {
    api.get(
        path,
        Operation.of("trama." + id + ".getTileSetsList", TAG, "The sets of tiles " + of)
            .taking(taking)
            .answering(Media.JSON, "tileSets", "The sets of tiles"));
    api.get(
        path + "/{tileMatrixSetId}",
        Operation.of("trama." + id + ".getTileSet", TAG, "A set of tiles " + of)
            .taking(taking)
            .taking("tileMatrixSetId")
            .answering(Media.JSON, "tileSet", "The set of tiles, or its TileJSON"));
    api.get(
        path + "/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}",
        Operation.of("trama." + id + ".getTile", TAG, "A tile " + of)
            .taking(taking)
            .taking("tileMatrixSetId", "tileMatrix", "tileRow", "tileCol")
            .answering(Media.MVT, Map.of("type", "string", "format", "binary"), "A vector tile")
            .orEmpty("Nothing lies in the tile"));
  }

  private static void folder(OpenApi api, String path, String id, String of, String[] taking) {
    api.get(
        path + "/metadata.json",
        Operation.of("trama." + id + ".getFolder", TAG, "The tiles " + of + " as a folder")
            .taking(taking)
            .answering(Media.JSON, OBJECT, "TileJSON"));
    api.get(
        path + "/{z}/{x}/{y}.pbf",
        Operation.of("trama." + id + ".getFile", TAG, "A tile " + of + " as a file")
            .taking(taking)
            .taking("z", "x", "y")
            .answering(Media.MVT, Map.of("type", "string", "format", "binary"), "A vector tile")
            .orEmpty("Nothing lies in the tile"));
  }

  private static void parameters(OpenApi api) {
    api.parameter(
        "collectionId",
        OpenApi.inPath(
            "collectionId",
            "The id of a layer that has a place",
            Map.of(
                "type",
                "string",
                "enum",
                Tiles.layers().stream().map(LayerSchema::name).toList())));
    api.parameter(
        "tileMatrixSetId",
        OpenApi.inPath(
            "tileMatrixSetId",
            "The tile matrix set",
            Map.of("type", "string", "enum", List.of(WebMercatorQuad.ID))));
    api.parameter(
        "tileMatrix",
        OpenApi.inPath(
            "tileMatrix", "The level, 0 for the whole world in a tile", Map.of("type", "string")));
    Map<String, Object> place = Map.of("type", "integer", "minimum", 0);
    api.parameter("z", OpenApi.inPath("z", "The level", place));
    api.parameter("x", OpenApi.inPath("x", "The column, from the west", place));
    api.parameter("y", OpenApi.inPath("y", "The row, from the north", place));
    api.parameter("tileRow", OpenApi.inPath("tileRow", "The row, from the north", place));
    api.parameter("tileCol", OpenApi.inPath("tileCol", "The column, from the west", place));
  }
}
