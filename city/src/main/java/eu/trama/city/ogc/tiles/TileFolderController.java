package eu.trama.city.ogc.tiles;

import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Media;
import eu.trama.city.ogc.Problem;
import eu.trama.city.twin.Twin;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// The same tiles as files of a folder, `{z}/{x}/{y}.pbf` beside a `metadata.json`: what tools that
/// know no OGC API look for, GDAL's driver of vector tiles among them.
@Controller
class TileFolderController {

  private final Twin twin;
  private final TileSets sets;
  private final TileDelivery delivery;

  TileFolderController(Twin twin, TileSets sets, TileDelivery delivery) {
    this.twin = twin;
    this.sets = sets;
    this.delivery = delivery;
  }

  @GetMapping({
    "/ogc/{city}/xyz/metadata.json",
    "/ogc/{city}/collections/{layer}/xyz/metadata.json"
  })
  @Nullable View metadata(
      Asked asked, @PathVariable(name = "layer", required = false) @Nullable String layer)
      throws IOException {
    var of = TileSets.of(asked, layer);
    asked.only();
    String folder = asked.href(layer == null ? "/xyz" : "/collections/" + layer + "/xyz");
    return asked.answer(
        asked.choose(Media.JSON),
        sets.tileJson(
            folder + "/{z}/{x}/{y}.pbf",
            of,
            twin.settled(twin.today(asked.city().id())).snapshot()));
  }

  @GetMapping({
    "/ogc/{city}/xyz/{z}/{x}/{y}.pbf",
    "/ogc/{city}/collections/{layer}/xyz/{z}/{x}/{y}.pbf"
  })
  @Nullable View tile(
      Asked asked,
      @PathVariable(name = "layer", required = false) @Nullable String layer,
      @PathVariable("z") String z,
      @PathVariable("x") String x,
      @PathVariable("y") String y)
      throws IOException {
    var of = TileSets.of(asked, layer);
    var tile = WebMercatorQuad.Tile.read(z, y, x);
    if (!tile.exists()) {
      throw Problem.missing("tile " + z + "/" + x + "/" + y);
    }
    asked.only();
    delivery.send(asked, asked.choose(Media.MVT), of.layers(), tile);
    return null;
  }
}
