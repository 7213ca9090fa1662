package eu.trama.city.ogc.tiles;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.trama.city.twin.FeatureSearch;
import eu.trama.city.twin.LayerQuery;
import eu.trama.city.twin.LayerSchema;
import eu.trama.city.twin.LayerSchema.Shape;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Settled;
import eu.trama.city.twin.Snapshot;
import eu.trama.city.twin.Twin;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.locationtech.jts.geom.Envelope;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// Makes tiles and keeps those that are asked for often.
///
/// The scale rule: a tile carries at most [#MOST] features of a layer. Where more lie in it, whole
/// tiers are left out (see [FeatureSearch#thinned]): first three quarters of the small features,
/// then three quarters of the rest, and so on, the large ones last. Closer in, all of them are
/// there.
///
/// A kept tile is named by what the twin knew, so that servers that share a store agree: another
/// dataset means other names, and what has the old ones is never asked for again.
@Component
@Lazy // The first tile is soon enough to load the libraries behind it.
class Tiles {

  /// Most features of one layer in a tile.
  static final int MOST = 4_000;

  /// Most of each layer where all of them share a tile.
  private static final int MOST_SHARED = 1_000;

  private static final long KEPT_BYTES = 48L << 20;
  private static final int OVERHEAD_BYTES = 200;

  private record Name(Snapshot snapshot, List<String> layers, WebMercatorQuad.Tile tile) {}

  private final Twin twin;
  private final FeatureSearch search;

  /// Tiles, each compressed (gzip); one without bytes is empty.
  private final Cache<Name, byte[]> kept =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_BYTES)
          .weigher((Name name, byte[] bytes) -> bytes.length + OVERHEAD_BYTES)
          .build();

  Tiles(Twin twin, FeatureSearch search) {
    this.twin = twin;
    this.search = search;
  }

  /// The layers that have a place.
  static List<LayerSchema> layers() {
    return Layers.ALL.stream().filter(Tiles::drawn).toList();
  }

  static boolean drawn(LayerSchema layer) {
    return layer.shapes().stream().anyMatch(shape -> shape != Shape.NONE);
  }

  /// @return the tile, compressed (gzip); no bytes where it is empty
  byte[] tile(Settled settled, List<LayerSchema> layers, WebMercatorQuad.Tile tile) {
    List<String> names = layers.stream().map(LayerSchema::name).toList();
    var name = new Name(settled.snapshot(), names, tile);
    return settled.forEver() ? kept.get(name, this::make) : make(name);
  }

  private byte[] make(Name name) {
    var tile = VectorTile.Tile.newBuilder();
    int most = name.layers().size() == 1 ? MOST : MOST_SHARED;
    Envelope box = name.tile().degrees((double) TileGeometry.MARGIN / TileGeometry.EXTENT);
    for (String layer : name.layers()) {
      var whole = twin.facts(name.snapshot(), layer).box();
      if (whole.isPresent() && whole.get().intersects(box)) {
        var query = LayerQuery.all(name.snapshot(), layer);
        var encoded = TileLayer.encode(layer, name.tile(), search.thinned(query, box, most));
        if (encoded != null) {
          tile.addLayers(encoded);
        }
      }
    }
    return tile.getLayersCount() == 0 ? new byte[0] : compressed(tile.build().toByteArray());
  }

  private static byte[] compressed(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length / 2);
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to take bytes", e);
    }
    return out.toByteArray();
  }
}
