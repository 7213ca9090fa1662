package eu.trama.city.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers 503 and when to ask again, where the store does not serve: the request is not at fault,
/// and neither is the program.
final class OutageAnswer extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(OutageAnswer.class);
  private static final int RETRY_SECONDS = 5;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException e) {
      Optional<String> outage = Outage.in(e);
      if (outage.isEmpty() || response.isCommitted()) {
        throw e;
      }
      LOG.warn("the store does not serve: {}", outage.get());
      response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_SECONDS));
      response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
  }
}
