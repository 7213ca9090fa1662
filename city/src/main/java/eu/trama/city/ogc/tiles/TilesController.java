package eu.trama.city.ogc.tiles;

import eu.trama.city.ogc.ApiLink;
import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Media;
import eu.trama.city.ogc.Problem;
import eu.trama.city.twin.Snapshot;
import eu.trama.city.twin.Twin;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// Tiles over HTTP (OGC API Tiles Part 1, 20-057).
@Controller
class TilesController {

  private final Twin twin;
  private final TileSets sets;
  private final TileDelivery delivery;

  TilesController(Twin twin, TileSets sets, TileDelivery delivery) {
    this.twin = twin;
    this.sets = sets;
    this.delivery = delivery;
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
    var of = TileSets.of(asked, layer);
    asked.only();
    return asked.answer(asked.choose(Media.JSON), sets.list(asked, of));
  }

  @GetMapping({"/ogc/{city}/tiles/{set}", "/ogc/{city}/collections/{layer}/tiles/{set}"})
  @Nullable View set(
      Asked asked,
      @PathVariable(name = "layer", required = false) @Nullable String layer,
      @PathVariable("set") String set)
      throws IOException {
    var of = TileSets.of(asked, layer);
    known(set);
    asked.only();
    Media media = asked.choose(Media.JSON, TileSets.TILEJSON);
    Snapshot snapshot = twin.settled(twin.today(asked.city().id())).snapshot();
    return asked.answer(
        media,
        media.equals(TileSets.TILEJSON)
            ? sets.tileJson(asked.href(of.set()) + "/{z}/{y}/{x}", of, snapshot)
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
    var of = TileSets.of(asked, layer);
    known(set);
    var tile = WebMercatorQuad.Tile.read(matrix, row, column);
    if (!tile.exists()) {
      throw Problem.missing("tile " + matrix + "/" + row + "/" + column);
    }
    asked.only();
    Media media = asked.choose(Media.MVT);
    delivery.send(asked, media, of.layers(), tile);
    return null;
  }

  private static void known(String set) {
    if (!set.equals(WebMercatorQuad.ID)) {
      throw Problem.missing("tile matrix set " + set);
    }
  }
}
