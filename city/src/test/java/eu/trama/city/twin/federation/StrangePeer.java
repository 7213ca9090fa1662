package eu.trama.city.twin.federation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A server of a strange city on this machine, which behaves as each path says.
final class StrangePeer implements AutoCloseable {

  /// What a test may ask of it, and what it then says of itself at `/`.
  enum Mood {
    WELL,
    GONE
  }

  private static final int LARGE = (int) PeerClient.LARGEST + 1;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  final AtomicInteger asked = new AtomicInteger();
  final AtomicInteger itemsAsked = new AtomicInteger();
  volatile Mood mood = Mood.WELL;

  StrangePeer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::landing);
    server.createContext("/collections", exchange -> json(exchange, collections()));
    server.createContext(
        "/items",
        exchange -> {
          itemsAsked.incrementAndGet();
          json(exchange, items());
        });
    server.createContext("/silent", exchange -> hang());
    server.createContext("/drip", this::drip);
    server.createContext("/large", this::large);
    server.createContext("/elsewhere", this::redirect);
    server.createContext("/page", exchange -> text(exchange, 200, "<html>a page</html>"));
    server.createContext("/number", exchange -> json(exchange, "42"));
    server.createContext("/deep", exchange -> json(exchange, "[".repeat(100_000)));
    server.createContext("/no", exchange -> text(exchange, 503, "{}"));
    server.createContext("/lured", exchange -> json(exchange, lured()));
    server.start();
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void landing(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    if (mood == Mood.GONE) {
      text(exchange, 503, "");
    } else {
      json(
          exchange,
          """
          {"title": "Strange city", "description": "A city that is strange",
           "links": [{"rel": "data", "type": "text/html", "href": "/collections?f=html"},
                     {"rel": "data", "type": "application/json", "href": "/collections"}]}
          """);
    }
  }

  private static String collections() {
    return """
    {"collections": [
      {"id": "trees", "title": "Trees", "description": "Each tree of the city",
       "links": [{"rel": "items", "type": "application/geo+json", "href": "/items"},
                 {"rel": "license", "href": "https://example.org/licence"}]},
      {"id": "empty", "links": []}]}
    """;
  }

  private static String items() {
    return """
    {"type": "FeatureCollection", "numberMatched": 4, "features": [
      {"type": "Feature", "id": "1", "geometry": {"type": "Point", "coordinates": [2.1, 41.4]},
       "properties": {"name": "<script>alert(1)</script>", "height": 7.5, "deep": {"a": 1}}},
      {"type": "Feature", "id": 2, "geometry": null, "properties": {"name": "No place"}},
      {"type": "Feature", "id": "3", "geometry": {"type": "Point", "coordinates": ["x", 1]}},
      {"type": "Feature", "id": "4", "geometry": {"type": "Blob", "coordinates": []}}]}
    """;
  }

  private static String lured() {
    return """
    {"links": [{"rel": "data", "type": "application/json", "href": "http://127.0.0.1:1/inside"}]}
    """;
  }

  private void hang() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Begins to answer and never ends.
  private void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    out.write('[');
    out.flush();
    hang();
  }

  private void large(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, LARGE);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(" ".repeat(LARGE).getBytes(StandardCharsets.UTF_8));
    }
  }

  private void redirect(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Location", at("/").toString());
    text(exchange, 302, "");
  }

  private static void json(HttpExchange exchange, String body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    text(exchange, 200, body);
  }

  private static void text(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
