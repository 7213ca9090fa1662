package eu.trama.city.twin.federation;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Fetches one document over HTTP/1.1 (RFC 9112) from a host whose addresses were checked: it
/// connects to one of these and never asks for the name again, so that a name that means another
/// machine a moment later (DNS rebinding) leads nowhere. Redirects are not followed.
///
/// The JDK's client resolves names itself, which is why this one does without.
final class PinnedGet {

  private static final int LONGEST_HEAD = 32_768;
  private static final int OK = 200;
  private static final int HEXADECIMAL = 16;
  private static final String END_OF_HEAD = "\r\n\r\n";

  private final URI address;
  private final List<InetAddress> checked;
  private final long most;

  /// @param checked addresses of the host, of which the first that answers is asked
  /// @param most bytes of the document
  PinnedGet(URI address, List<InetAddress> checked, long most) {
    this.address = address;
    this.checked = List.copyOf(checked);
    this.most = most;
  }

  /// The document.
  ///
  /// @param patience within which it is there to its last byte
  String body(Duration patience) throws PeerFault {
    long end = System.nanoTime() + patience.toNanos();
    IOException last = new IOException("no address");
    for (InetAddress host : checked) {
      try (var socket = new Socket()) {
        CompletableFuture.delayedExecutor(left(end), TimeUnit.MILLISECONDS)
            .execute(() -> close(socket));
        socket.connect(new InetSocketAddress(host, port()), (int) left(end));
        return ask(socket);
      } catch (IOException e) {
        last = e;
      }
      if (left(end) <= 1) {
        throw new PeerFault(Fault.SLOW, "no answer in " + patience + ": " + address, last);
      }
    }
    throw new PeerFault(Fault.UNREACHABLE, "no connection: " + address, last);
  }

  private static long left(long end) {
    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Whoever reads from it notices all the same.
    }
  }

  private boolean secure() {
    return "https".equalsIgnoreCase(address.getScheme());
  }

  private int port() {
    return address.getPort() >= 0 ? address.getPort() : secure() ? 443 : 80;
  }

  private String ask(Socket plain) throws IOException, PeerFault {
    if (!secure()) {
      return exchange(plain);
    }
    var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (var socket = (SSLSocket) factory.createSocket(plain, address.getHost(), port(), true)) {
      var parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS"); // The certificate is the name's.
      socket.setSSLParameters(parameters);
      return exchange(socket);
    }
  }

  private String exchange(Socket socket) throws IOException, PeerFault {
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    String host = address.getHost() + (address.getPort() >= 0 ? ":" + address.getPort() : "");
    String request =
        "GET %s%s HTTP/1.1\r\nHost: %s\r\nAccept: application/json, application/geo+json;q=0.9\r\n"
            .formatted(path, query, host);
    var out = socket.getOutputStream();
    out.write((request + "Connection: close" + END_OF_HEAD).getBytes(StandardCharsets.US_ASCII));
    out.flush();
    InputStream in = new BufferedInputStream(socket.getInputStream());
    String[] lines = head(in).split("\r\n", -1);
    if (status(lines[0]) != OK) {
      throw new PeerFault(Fault.REFUSED, "status " + status(lines[0]) + ": " + address);
    }
    return new String(body(in, headers(lines)), StandardCharsets.UTF_8);
  }

  private String head(InputStream in) throws IOException, PeerFault {
    var head = new ByteArrayOutputStream();
    int matched = 0;
    while (matched < END_OF_HEAD.length()) {
      int next = in.read();
      if (next < 0 || head.size() > LONGEST_HEAD) {
        throw unclear("no end of its headers");
      }
      head.write(next);
      matched = next == END_OF_HEAD.charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
    }
    return head.toString(StandardCharsets.ISO_8859_1).strip();
  }

  private int status(String line) throws PeerFault {
    if (!line.matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
      throw unclear("no HTTP");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private static Map<String, String> headers(String[] lines) {
    var headers = new TreeMap<String, String>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private byte[] body(InputStream in, Map<String, String> headers) throws IOException, PeerFault {
    if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
      return chunks(in);
    }
    String length = headers.get("content-length");
    if (length == null) {
      byte[] all = in.readNBytes((int) most + 1);
      room(all.length);
      return all;
    }
    return exactly(in, number(length, 10));
  }

  private byte[] chunks(InputStream in) throws IOException, PeerFault {
    var all = new ByteArrayOutputStream();
    while (true) {
      var line = new StringBuilder();
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next < 0 || line.length() > LONGEST_HEAD) {
          throw unclear("no length of a chunk");
        }
        line.append((char) next);
      }
      long size = number(line.toString().split(";", -1)[0].strip(), HEXADECIMAL);
      if (size == 0) {
        return all.toByteArray();
      }
      room(all.size() + size);
      all.writeBytes(exactly(in, size));
      in.skipNBytes(2);
    }
  }

  private byte[] exactly(InputStream in, long size) throws IOException, PeerFault {
    room(size);
    byte[] bytes = in.readNBytes((int) size);
    if (bytes.length < size) {
      throw unclear("it ends before its end");
    }
    return bytes;
  }

  private long number(String digits, int base) throws PeerFault {
    try {
      long number = Long.parseLong(digits, base);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new PeerFault(Fault.UNCLEAR, "no length: " + address, e);
    }
    throw unclear("a negative length");
  }

  private void room(long size) throws PeerFault {
    if (size > most) {
      throw new PeerFault(Fault.LARGE, "more than " + most + " bytes: " + address);
    }
  }

  private PeerFault unclear(String what) {
    return new PeerFault(Fault.UNCLEAR, what + ": " + address);
  }
}
