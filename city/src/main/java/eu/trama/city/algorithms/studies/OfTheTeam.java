package eu.trama.city.algorithms.studies;

import org.springframework.security.access.AccessDeniedException;

/// Refuses a study by somebody of the system's own team: who built it is not who judges it.
public final class OfTheTeam extends AccessDeniedException {

  public OfTheTeam(String system) {
    super("a person of the team of " + system + " may not study it");
  }
}
