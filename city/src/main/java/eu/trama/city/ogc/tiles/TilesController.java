package eu.trama.city.ogc.tiles;

import eu.trama.city.ogc.ApiLink;
import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Media;
import eu.trama.city.ogc.Problem;
import eu.trama.city.twin.LayerSchema;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Settled;
import eu.trama.city.twin.Snapshot;
import eu.trama.city.twin.Twin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// Tiles over HTTP (OGC API Tiles Part 1, 20-057).
@Controller
class TilesController {

  /// Part of the tags: changes when the same tile is encoded to other bytes.
  private static final String FORMAT = "tiles-1";

  private final Twin twin;
  private final TileSets sets;
  private final ObjectProvider<Tiles> tiles;

  TilesController(Twin twin, TileSets sets, ObjectProvider<Tiles> tiles) {
    this.twin = twin;
    this.sets = sets;
    this.tiles = tiles;
  }

  @GetMapping("/ogc/{city}/tileMatrixSets")
  @Nullable View matrixSets(Asked asked) throws IOException {
    asked.only();
    Media media = asked.choose(Media.JSON);
    String address = asked.href("/tileMatrixSets/" + WebMercatorQuad.ID);
    var entry = new LinkedHashMap<String, Object>();
    entry.put("id", WebMercatorQuad.ID);
    entry.put("title", "Google Maps Compatible for the World");
    entry.put("uri", WebMercatorQuad.URI);
    entry.put(
        "links",
        List.of(
            ApiLink.to(address, "self", Media.JSON, "Its definition"),
            ApiLink.to(address, "item", Media.JSON, "Its definition")));
    var document = new LinkedHashMap<String, Object>();
    document.put("links", asked.selfAndAlternates(media, Media.JSON));
    document.put("tileMatrixSets", List.of(entry));
    return asked.answer(media, document);
  }

  @GetMapping("/ogc/{city}/tileMatrixSets/{set}")
  @Nullable View matrixSet(Asked asked, @PathVariable("set") String set) throws IOException {
    known(set);
    asked.only();
    return asked.answer(asked.choose(Media.JSON), WebMercatorQuad.definition());
  }

  @GetMapping({"/ogc/{city}/tiles", "/ogc/{city}/collections/{layer}/tiles"})
  @Nullable View list(
      Asked asked, @PathVariable(name = "layer", required = false) @Nullable String layer)
      throws IOException {
    var of = of(asked, layer);
    asked.only();
    return asked.answer(asked.choose(Media.JSON), sets.list(asked, of));
  }

  @GetMapping({"/ogc/{city}/tiles/{set}", "/ogc/{city}/collections/{layer}/tiles/{set}"})
  @Nullable View set(
      Asked asked,
      @PathVariable(name = "layer", required = false) @Nullable String layer,
      @PathVariable("set") String set)
      throws IOException {
    var of = of(asked, layer);
    known(set);
    asked.only();
    Media media = asked.choose(Media.JSON, TileSets.TILEJSON);
    Snapshot snapshot = now(asked).snapshot();
    return asked.answer(
        media,
        media.equals(TileSets.TILEJSON)
            ? sets.tileJson(asked, of, snapshot)
            : sets.set(asked, of, snapshot));
  }

  @GetMapping({
    "/ogc/{city}/tiles/{set}/{matrix}/{row}/{column}",
    "/ogc/{city}/collections/{layer}/tiles/{set}/{matrix}/{row}/{column}"
  })
  @Nullable View tile(
      Asked asked,
      @PathVariable(name = "layer", required = false) @Nullable String layer,
      @PathVariable("set") String set,
      @PathVariable("matrix") String matrix,
      @PathVariable("row") String row,
      @PathVariable("column") String column)
      throws IOException {
    List<LayerSchema> layers = of(asked, layer).layers();
    known(set);
    var tile = new WebMercatorQuad.Tile(number(matrix), number(row), number(column));
    if (!tile.exists()) {
      throw Problem.missing("tile " + matrix + "/" + row + "/" + column);
    }
    asked.only();
    Media media = asked.choose(Media.MVT);
    Settled settled = now(asked);
    asked.keepFor(false);
    if (!asked.unchanged(
        String.join(
            "|", FORMAT, settled.snapshot().toString(), String.valueOf(layer), tile.toString()))) {
      send(asked, media, tiles.getObject().tile(settled, layers, tile));
    }
    return null;
  }

  /// Compressed as it is kept, for all who take that.
  private static void send(Asked asked, Media media, byte[] compressed) throws IOException {
    var response = asked.response();
    response.addHeader("Vary", "Accept-Encoding");
    if (compressed.length == 0) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      return;
    }
    response.setContentType(media.type().toString());
    String encodings = Optional.ofNullable(asked.request().getHeader("Accept-Encoding")).orElse("");
    if (encodings.contains("gzip")) {
      response.setHeader("Content-Encoding", "gzip");
      response.setContentLength(compressed.length);
      response.getOutputStream().write(compressed);
    } else {
      try (var plain = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
        byte[] bytes = plain.readAllBytes();
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
      }
    }
  }

  private Settled now(Asked asked) {
    return twin.settled(twin.today(asked.city().id()));
  }

  private static TileSets.Of of(Asked asked, @Nullable String name) {
    if (name == null) {
      String title = asked.say("ogc.tiles.all", asked.city().name());
      return new TileSets.Of("/tiles", title, Tiles.layers());
    }
    LayerSchema layer =
        Layers.byName(name)
            .filter(Tiles::drawn)
            .orElseThrow(() -> Problem.missing("collection with tiles called " + name));
    return new TileSets.Of(
        "/collections/" + name + "/tiles", asked.say("twin.layer." + layer.name()), List.of(layer));
  }

  private static void known(String set) {
    if (!set.equals(WebMercatorQuad.ID)) {
      throw Problem.missing("tile matrix set " + set);
    }
  }

  /// What is no number is no tile's.
  private static int number(String text) {
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
  }
}
