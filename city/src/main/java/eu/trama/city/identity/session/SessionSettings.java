package eu.trama.city.identity.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long sessions last and the log of sign-ins is kept; in the environment `TRAMA_SESSION_IDLE`
/// and so on, such as `20m`, `8h`, `30d`.
///
/// @param idle a session ends when it was not used for so long
/// @param longest a session ends so long after it began, however it is used
/// @param most sessions of one person at once; one more ends the oldest
/// @param log how long an entry of the sign-in log is kept, at least a week
@ConfigurationProperties("trama.session")
public record SessionSettings(
    @DefaultValue("30m") Duration idle,
    @DefaultValue("12h") Duration longest,
    @DefaultValue("5") int most,
    @DefaultValue("90d") Duration log) {

  private static final Duration SHORTEST_LOG = Duration.ofDays(7);

  public SessionSettings {
    if (!idle.isPositive() || !longest.isPositive() || most < 1) {
      throw new IllegalArgumentException(
          "TRAMA_SESSION_IDLE and TRAMA_SESSION_LONGEST must be times such as 30m,"
              + " TRAMA_SESSION_MOST at least 1");
    }
    if (log.compareTo(SHORTEST_LOG) < 0) {
      throw new IllegalArgumentException("TRAMA_SESSION_LOG must be at least 7d");
    }
  }
}
