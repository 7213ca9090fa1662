package eu.trama.city.identity.session;

import eu.trama.city.identity.Needs;
import eu.trama.city.identity.Role;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Everybody's sessions, for operators.
@Service
@Needs(Role.OPERATOR)
public class SessionDesk {

  private final Sessions sessions;

  SessionDesk(Sessions sessions) {
    this.sessions = sessions;
  }

  /// The latest used sessions.
  public List<Session> latest(int limit) {
    return sessions.all(limit);
  }

  /// Ends a session.
  ///
  /// @return id of the person whose it was
  public Optional<String> end(String handle) {
    return sessions.endAnybodys(handle);
  }
}
