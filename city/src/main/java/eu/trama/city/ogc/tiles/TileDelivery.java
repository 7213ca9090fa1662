package eu.trama.city.ogc.tiles;

import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Media;
import eu.trama.city.twin.LayerSchema;
import eu.trama.city.twin.Settled;
import eu.trama.city.twin.Twin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Sends a tile, unless the reader has it already.
@Component
class TileDelivery {

  /// Part of the tags: changes when the same tile is encoded to other bytes.
  private static final String FORMAT = "tiles-1";

  private final Twin twin;
  private final ObjectProvider<Tiles> tiles;

  TileDelivery(Twin twin, ObjectProvider<Tiles> tiles) {
    this.twin = twin;
    this.tiles = tiles;
  }

  /// A tile in which nothing lies is told by 204, which no reader takes for a fault.
  void send(Asked asked, Media media, List<LayerSchema> layers, WebMercatorQuad.Tile tile)
      throws IOException {
    Settled settled = twin.settled(twin.today(asked.city().id()));
    asked.keepFor(false);
    String names = String.join(",", layers.stream().map(LayerSchema::name).toList());
    String content =
        String.join("|", FORMAT, settled.snapshot().toString(), names, tile.toString());
    if (!asked.unchanged(content)) {
      byte[] compressed = tiles.getObject().tile(settled, layers, tile);
      asked.response().addHeader("Vary", "Accept-Encoding");
      if (compressed.length == 0) {
        asked.response().setStatus(HttpStatus.NO_CONTENT.value());
      } else {
        write(asked, media, compressed);
      }
    }
  }

  /// Compressed as it is kept, for all who take that.
  private static void write(Asked asked, Media media, byte[] compressed) throws IOException {
    var response = asked.response();
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
}
