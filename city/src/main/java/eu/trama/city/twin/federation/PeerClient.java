package eu.trama.city.twin.federation;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Asks peers. Whatever a peer does, an answer takes no longer and no more room than is allowed
/// here: it is read to the end within the time given, or given up.
@Component
final class PeerClient {

  /// Most bytes of one answer.
  static final long LARGEST = 8L << 20;

  private static final int ERROR = 300;

  private final FederationSettings settings;
  private final PeerAddress addresses;
  private @Nullable HttpClient http;

  PeerClient(FederationSettings settings) {
    this.settings = settings;
    this.addresses = new PeerAddress(settings.privateHosts());
  }

  /// Made when the first peer is asked: a start need not wait for the certificates of the world.
  private synchronized HttpClient http() {
    HttpClient made = http;
    if (made == null) {
      made =
          HttpClient.newBuilder()
              .connectTimeout(settings.patience())
              .followRedirects(HttpClient.Redirect.NEVER)
              .build();
      http = made;
    }
    return made;
  }

  /// @param location where a new thing is (header `Location`); empty where the answer names none
  record Answer(JsonNode body, String location) {}

  JsonNode get(URI address, Duration patience) throws PeerFault, InterruptedException {
    return send(HttpRequest.newBuilder(address).GET(), address, patience).body();
  }

  /// Sends a JSON document and asks that the work be done later (`Prefer: respond-async`).
  Answer post(URI address, Object document, Duration patience)
      throws PeerFault, InterruptedException {
    var request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .header("Prefer", "respond-async")
            .POST(BodyPublishers.ofString(Json.write(document)));
    return send(request, address, patience);
  }

  private Answer send(HttpRequest.Builder request, URI address, Duration patience)
      throws PeerFault, InterruptedException {
    addresses.check(address);
    return exchange(request, address, patience);
  }

  private Answer exchange(HttpRequest.Builder request, URI address, Duration patience)
      throws PeerFault, InterruptedException {
    BodyHandler<byte[]> bounded = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST);
    CompletableFuture<HttpResponse<byte[]>> answer =
        http()
            .sendAsync(
                request
                    .header("Accept", "application/json, application/geo+json;q=0.9")
                    .timeout(patience)
                    .build(),
                bounded);
    try {
      return read(address, answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      throw new PeerFault(Fault.SLOW, "no answer in " + patience + ": " + address, e);
    } catch (ExecutionException e) {
      throw fault(address, e);
    } finally {
      answer.cancel(true);
    }
  }

  private static Answer read(URI address, HttpResponse<byte[]> answer) throws PeerFault {
    if (answer.statusCode() >= ERROR) {
      throw new PeerFault(Fault.REFUSED, "status " + answer.statusCode() + ": " + address);
    }
    String location = answer.headers().firstValue("Location").orElse("");
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    try {
      return new Answer(Json.readOutside(text.isBlank() ? "{}" : text, "peer"), location);
    } catch (BadInput e) {
      throw new PeerFault(Fault.UNCLEAR, "not JSON: " + address, e);
    }
  }

  private static PeerFault fault(URI address, ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof java.net.http.HttpTimeoutException) {
      return new PeerFault(Fault.SLOW, "no answer: " + address, e);
    }
    boolean large =
        cause instanceof IOException io
            && String.valueOf(io.getMessage()).contains("exceeds capacity");
    return large
        ? new PeerFault(Fault.LARGE, "more than " + LARGEST + " bytes: " + address, e)
        : new PeerFault(Fault.UNREACHABLE, "no connection: " + address, e);
  }
}
