package eu.trama.city.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses a request body over a limit with 413: at once where `Content-Length` tells it, else when
/// the limit is passed while reading. The server's own limit covers only forms.
final class BodyLimit extends OncePerRequestFilter {

  private final long limit;

  /// @param limit in bytes
  BodyLimit(long limit) {
    this.limit = limit;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > limit) {
      response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
      return;
    }
    var counted = new Counted(request, limit);
    try {
      chain.doFilter(counted, new Honest(counted, response));
    } catch (IOException | ServletException | RuntimeException e) {
      if (!counted.passed() || response.isCommitted()) {
        throw e;
      }
      response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    }
  }

  /// Whoever reads the body takes the limit for a broken body and answers 400: this says what it
  /// was.
  private static final class Honest extends HttpServletResponseWrapper {
    private final Counted request;

    Honest(Counted request, HttpServletResponse response) {
      super(response);
      this.request = request;
    }

    @Override
    public void sendError(int status) throws IOException {
      super.sendError(request.passed() ? HttpStatus.CONTENT_TOO_LARGE.value() : status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
      if (request.passed()) {
        sendError(status);
      } else {
        super.sendError(status, message);
      }
    }
  }

  private static final class BodyTooLarge extends IOException {
    BodyTooLarge(long limit) {
      super("request body over " + limit + " bytes");
    }
  }

  private static final class Counted extends HttpServletRequestWrapper {
    private final long limit;
    private @Nullable CountedStream stream;

    Counted(HttpServletRequest request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      var opened = stream == null ? new CountedStream(super.getInputStream(), limit) : stream;
      stream = opened;
      return opened;
    }

    boolean passed() {
      return stream != null && stream.read > limit;
    }

    @Override
    public BufferedReader getReader() throws IOException {
      var encoding = getCharacterEncoding();
      var charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
      return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }
  }

  private static final class CountedStream extends ServletInputStream {
    private final ServletInputStream inner;
    private final long limit;
    private long read;

    CountedStream(ServletInputStream inner, long limit) {
      this.inner = inner;
      this.limit = limit;
    }

    private int counted(int bytes) throws BodyTooLarge {
      read += Math.max(0, bytes);
      if (read > limit) {
        throw new BodyTooLarge(limit);
      }
      return bytes;
    }

    @Override
    public int read() throws IOException {
      int b = inner.read();
      counted(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      return counted(inner.read(into, from, length));
    }

    @Override
    public boolean isFinished() {
      return inner.isFinished();
    }

    @Override
    public boolean isReady() {
      return inner.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      inner.setReadListener(listener);
    }
  }
}
