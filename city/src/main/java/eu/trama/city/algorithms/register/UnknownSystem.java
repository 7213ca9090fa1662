package eu.trama.city.algorithms.register;

import eu.trama.city.algorithms.SystemId;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// There is no system of that name in the register.
public final class UnknownSystem extends ResponseStatusException {

  public UnknownSystem(SystemId id) {
    super(HttpStatus.NOT_FOUND, "no system " + id);
  }
}
