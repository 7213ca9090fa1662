package eu.trama.engines.transit.gtfs;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// The files of a feed, wherever they lie.
@FunctionalInterface
interface FeedSource extends Closeable {
  /// A file by its plain name, or null where there is none.
  @Nullable File open(String name) throws IOException;

  @Override
  default void close() throws IOException {}

  /// An open file.
  ///
  /// @param packedBytes bytes it takes in the archive, or -1 where it is not packed
  record File(InputStream stream, long packedBytes) {}
}
