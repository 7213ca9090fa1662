package eu.trama.city.operations;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// `/metrics`, for whoever is on this machine itself or has the token; closed to all others.
@RestController
class FiguresController {

  private static final String BEARER = "Bearer ";

  /// A proxy on this machine asks for somebody else.
  private static final List<String> SIGNS_OF_A_PROXY =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Via");

  private final Figures figures;
  private final byte[] token;

  /// Behind a proxy on this machine every visitor seems to be here.
  private final boolean behindProxy;

  FiguresController(Figures figures, Settings settings) {
    this.figures = figures;
    this.behindProxy = !settings.proxies().isEmpty();
    this.token = settings.metricsToken().getBytes(StandardCharsets.UTF_8);
  }

  @GetMapping("/metrics")
  ResponseEntity<String> metrics(HttpServletRequest request) {
    if (!hasToken(request) && !isHere(request)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_TYPE, "text/plain;version=0.0.4;charset=utf-8")
        .body(figures.text());
  }

  private boolean hasToken(HttpServletRequest request) {
    String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
    return token.length > 0
        && sent != null
        && sent.startsWith(BEARER)
        // In a time that does not depend on how much of it is right.
        && MessageDigest.isEqual(
            token, sent.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8));
  }

  private boolean isHere(HttpServletRequest request) {
    try {
      return !behindProxy
          && SIGNS_OF_A_PROXY.stream().allMatch(sign -> request.getHeader(sign) == null)
          && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
