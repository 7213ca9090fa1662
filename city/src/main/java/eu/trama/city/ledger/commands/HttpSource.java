package eu.trama.city.ledger.commands;

import eu.trama.ledger.tiles.TileSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/// The files of a log that a site publishes.
final class HttpSource implements TileSource {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  /// 256 of the longest entries, with their lengths.
  private static final int MOST_BYTES = 256 * 65_537;

  private final URI base;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /// @param base address of the log, such as `https://city.example/ledger`
  HttpSource(URI base) {
    this.base = base;
  }

  @Override
  public Optional<byte[]> read(String path) throws IOException {
    URI address = URI.create(base.toString().replaceAll("/+$", "") + "/" + path);
    try {
      HttpResponse<InputStream> answer =
          client.send(
              HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
              BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        return switch (answer.statusCode()) {
          case OK -> Optional.of(bounded(address, body));
          case NOT_FOUND -> Optional.empty();
          default -> throw new IOException(address + " was answered with " + answer.statusCode());
        };
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking " + address, e);
    }
  }

  private static byte[] bounded(URI address, InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new IOException(address + " sends more than any file of a log has");
    }
    return bytes;
  }
}
