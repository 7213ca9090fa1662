package eu.trama.city.twin.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A document is fetched from the address that was checked, whatever its host's name means now.
class PinnedGetTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long MOST = 100;

  private final ServerSocket listening;
  private final CompletableFuture<String> asked = new CompletableFuture<>();

  PinnedGetTest() throws IOException {
    listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    listening.close();
  }

  @Test
  void theNameIsNotAskedForAgain() throws Exception {
    answer("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{\"a\":1}and more");

    // No resolver knows this name (RFC 2606): only an address that was found before leads there.
    assertThat(get("checked.invalid", PATIENCE)).isEqualTo("{\"a\":1}");

    assertThat(asked.get()).startsWith("GET /doc?x=1 HTTP/1.1\r\nHost: checked.invalid:");
  }

  @Test
  void chunksAreJoined() throws Exception {
    answer(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n");

    assertThat(get("checked.invalid", PATIENCE)).isEqualTo("{}0123456789");
  }

  @Test
  void withoutALengthTheEndIsTheEnd() throws Exception {
    answer("HTTP/1.0 200\r\n\r\n[1, 2]");

    assertThat(get("checked.invalid", PATIENCE)).isEqualTo("[1, 2]");
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 302 Found~Location: http://127.0.0.1/~~, REFUSED",
    "HTTP/1.1 404 None~~, REFUSED",
    "SSH-2.0-x~~~, UNCLEAR",
    "HTTP/1.1 200 OK~Content-Length: 101~~, LARGE",
    "HTTP/1.1 200 OK~Content-Length: 99999999999999999999~~, UNCLEAR",
    "HTTP/1.1 200 OK~Content-Length: -1~~, UNCLEAR",
    "HTTP/1.1 200 OK~Content-Length: 5~~12, UNCLEAR",
    "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~7fffffff~, LARGE",
    "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~xyz~, UNCLEAR",
    "HTTP/1.1 200 OK, UNCLEAR"
  })
  void whatIsNoGoodAnswerIsRefused(String answer, Fault fault) {
    answer(answer.replace("~", "\r\n"));

    assertThatExceptionOfType(PeerFault.class)
        .isThrownBy(() -> get("checked.invalid", PATIENCE))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(fault));
  }

  @Test
  void headersWithoutEndAreNotReadForEver() {
    answer("HTTP/1.1 200 OK\r\nX: " + "x".repeat(100_000));

    assertThatExceptionOfType(PeerFault.class)
        .isThrownBy(() -> get("checked.invalid", PATIENCE))
        .satisfies(e -> assertThat(e.fault()).isIn(Fault.UNCLEAR, Fault.UNREACHABLE));
  }

  @Test
  void anAnswerThatNeverEndsIsGivenUpInTime() {
    // Nobody takes the connection: the system accepts it and says nothing.
    assertThatExceptionOfType(PeerFault.class)
        .isThrownBy(() -> get("checked.invalid", Duration.ofMillis(300)))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.SLOW));
  }

  private String get(String host, Duration patience) throws PeerFault {
    var address = URI.create("http://" + host + ":" + listening.getLocalPort() + "/doc?x=1");
    return new PinnedGet(address, List.of(listening.getInetAddress()), MOST).body(patience);
  }

  /// Says that to whoever comes first, and hangs up.
  private void answer(String text) {
    Thread.ofVirtual()
        .start(() -> {
          try (var socket = listening.accept()) {
            var request = new StringBuilder();
            while (request.indexOf("\r\n\r\n") < 0) {
              request.append((char) socket.getInputStream().read());
            }
            asked.complete(request.toString());
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
          } catch (IOException e) {
            asked.completeExceptionally(e);
          }
        });
  }
}
