package eu.trama.city.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.twin.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// A program that reads the API of a city over HTTP.
public final class ApiClient {

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;

  public ApiClient(int port, String city) {
    this.base = "http://127.0.0.1:" + port + "/ogc/" + city;
  }

  public String base() {
    return base;
  }

  /// @param path below the city's API, or an absolute address
  public HttpResponse<byte[]> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  public HttpResponse<byte[]> send(String method, String path, String... headers) {
    String address = path.startsWith("http") ? path : base + path;
    var request = HttpRequest.newBuilder(URI.create(address));
    request.method(method, HttpRequest.BodyPublishers.noBody());
    return sent(request, headers);
  }

  private HttpResponse<byte[]> sent(HttpRequest.Builder request, String... headers) {
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpRequest built = request.build();
    try {
      return client.send(built, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(built.uri().toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(built.uri().toString(), e);
    }
  }

  /// Sends a JSON document.
  public HttpResponse<byte[]> post(String path, String json, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    return sent(request, headers);
  }

  /// The document at that path, which must be there.
  public JsonNode json(String path, String... headers) {
    HttpResponse<byte[]> answer = get(path, headers);
    assertThat(answer.statusCode()).as("%s: %s", path, text(answer)).isEqualTo(200);
    return Json.read(text(answer));
  }

  public static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
  }

  public static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /// The first link of a document with that relation.
  public static Optional<JsonNode> link(JsonNode document, String rel) {
    return StreamSupport.stream(document.path("links").spliterator(), false)
        .filter(link -> link.path("rel").asString().equals(rel))
        .findFirst();
  }
}
