package eu.trama.city.mobility;

import eu.trama.city.twin.CityView;
import eu.trama.engines.transit.gtfs.Feed;
import eu.trama.engines.transit.gtfs.GtfsReader;
import eu.trama.engines.transit.gtfs.ReadOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Feeds that were read, kept while there is memory for them. A feed is named by the hash of its
/// file, so it never changes.
@Component
class Feeds {

  private final Map<String, SoftReference<Feed>> read = new ConcurrentHashMap<>();

  /// @param blob hash of the feed's file
  Feed feed(CityView city, String blob) throws InterruptedException {
    SoftReference<Feed> kept = read.get(blob);
    @Nullable Feed feed = kept == null ? null : kept.get();
    if (feed == null) {
      feed = read(city, blob);
      read.put(blob, new SoftReference<>(feed));
    }
    return feed;
  }

  private static Feed read(CityView city, String blob) throws InterruptedException {
    try {
      Path file = Files.createTempFile("trama-feed", ".zip");
      try (InputStream content = city.blob(blob)) {
        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        return GtfsReader.read(file, ReadOptions.usual())
            .feed()
            .orElseThrow(
                () -> new IllegalStateException("the kept feed " + blob + " cannot be read"));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
