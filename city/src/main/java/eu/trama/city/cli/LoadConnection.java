package eu.trama.city.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// One kept connection of HTTP/1.1 to a server of this machine, that asks and throws away what it
/// gets. It does as little as can be, so that what is measured is the server: a whole client would
/// take as much of the processor as what it asks.
final class LoadConnection implements AutoCloseable {

  private static final int BUFFER = 64 << 10;
  private static final int LONGEST_WAIT_MILLIS = 30_000;

  private final int port;
  private final byte[] skipped = new byte[BUFFER];
  private final StringBuilder line = new StringBuilder();
  private Socket socket;
  private InputStream in;
  private OutputStream out;

  LoadConnection(int port) throws IOException {
    this.port = port;
    this.socket = connected(port);
    this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    this.out = socket.getOutputStream();
  }

  private static Socket connected(int port) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(LONGEST_WAIT_MILLIS);
    return socket;
  }

  /// What was answered: the status, and how many bytes of body came over the wire.
  record Answer(int status, long bytes) {}

  /// @param path with its query
  /// @param headers each ended by CRLF
  Answer get(String path, String headers) throws IOException {
    out.write(
        ("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + headers + "\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    String first = line();
    int status = Integer.parseInt(first.substring(9, 12));
    long length = -1;
    boolean chunked = false;
    boolean closing = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      int colon = header.indexOf(':');
      String value = header.substring(colon + 1).strip();
      switch (header.substring(0, colon).toLowerCase(java.util.Locale.ROOT)) {
        case "content-length" -> length = Long.parseLong(value);
        case "transfer-encoding" -> chunked = true;
        case "connection" -> closing = value.equals("close");
        default -> {
          // Of no matter here.
        }
      }
    }
    boolean empty = status == 304 || status == 204;
    long bytes = empty ? 0 : chunked ? chunks() : skip(length);
    if (closing) {
      close();
      socket = connected(port);
      in = new BufferedInputStream(socket.getInputStream(), BUFFER);
      out = socket.getOutputStream();
    }
    return new Answer(status, bytes);
  }

  private long chunks() throws IOException {
    long all = 0;
    for (long size = size(); size > 0; size = size()) {
      all += skip(size);
      line();
    }
    line();
    return all;
  }

  private long size() throws IOException {
    String text = line();
    int semicolon = text.indexOf(';');
    return Long.parseLong(semicolon < 0 ? text : text.substring(0, semicolon), 16);
  }

  private long skip(long bytes) throws IOException {
    for (long left = bytes; left > 0; ) {
      int read = in.read(skipped, 0, (int) Math.min(left, skipped.length));
      if (read < 0) {
        throw new IOException("the answer ended early");
      }
      left -= read;
    }
    return Math.max(0, bytes);
  }

  private String line() throws IOException {
    line.setLength(0);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the answer ended early");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
