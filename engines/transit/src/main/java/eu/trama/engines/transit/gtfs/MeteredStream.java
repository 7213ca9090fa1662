package eu.trama.engines.transit.gtfs;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts what is read and refuses more than the limits allow, whatever the archive claims.
final class MeteredStream extends FilterInputStream {
  private static final long RATIO_MATTERS_FROM = 1 << 20;

  private final long mostBytes;
  private final long packedBytes;
  private final int mostRatio;
  private long bytes;

  /// Thrown where a limit is passed.
  static final class LimitException extends IOException {
    private static final long serialVersionUID = 1;

    LimitException(String message) {
      super(message);
    }
  }

  MeteredStream(InputStream in, long mostBytes, long packedBytes, int mostRatio) {
    super(in);
    this.mostBytes = mostBytes;
    this.packedBytes = packedBytes;
    this.mostRatio = mostRatio;
  }

  long bytes() {
    return bytes;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) throws IOException {
    bytes += read;
    if (bytes > mostBytes) {
      throw new LimitException("over " + mostBytes + " bytes");
    }
    if (packedBytes >= 0 && bytes > RATIO_MATTERS_FROM && bytes > packedBytes * mostRatio) {
      throw new LimitException("unpacks to over " + mostRatio + " times its size");
    }
  }
}
