package eu.trama.city.operations;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// For whoever starts, restarts and routes to servers: `/health/live` answers as long as the
/// program runs, `/health/ready` while it can serve.
@RestController
class HealthController {

  private final Readiness readiness;

  HealthController(Readiness readiness) {
    this.readiness = readiness;
  }

  @GetMapping("/health/live")
  ResponseEntity<Map<String, Object>> live() {
    return answer(HttpStatus.OK, Map.of("status", "up"));
  }

  @GetMapping("/health/ready")
  ResponseEntity<Map<String, Object>> ready() {
    Readiness.Report report = readiness.look();
    var body = new LinkedHashMap<String, Object>();
    body.put("status", report.ready() ? "up" : "down");
    report.checks().forEach((check, holds) -> body.put(check, holds ? "up" : "down"));
    return answer(report.ready() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE, body);
  }

  private static ResponseEntity<Map<String, Object>> answer(
      HttpStatus status, Map<String, Object> body) {
    return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(body);
  }
}
