package eu.trama.city.web.error;

import eu.trama.city.web.TryLater;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// Answers a request that is refused for now: see [TryLater].
@ControllerAdvice
class Later {

  @ExceptionHandler(TryLater.class)
  void refused(TryLater refused, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    refused.reason().note(request);
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refused.patience().toSeconds()));
    response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
  }
}
