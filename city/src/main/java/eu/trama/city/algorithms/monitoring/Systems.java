package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The systems of the register for the pages of monitoring.
@Component
class Systems {

  private static final Role[] STAFF = {
    Role.PROCUREMENT, Role.PLANNER, Role.AUDITOR, Role.CASEWORKER, Role.OPERATOR
  };

  private final Register register;
  private final CurrentPerson current;

  Systems(Register register, CurrentPerson current) {
    this.register = register;
    this.current = current;
  }

  /// A system that the reader may see: drafts are for people of the city.
  Entry require(String id) {
    if (!SystemId.FORM.matcher(id).matches()) {
      throw missing();
    }
    return register
        .find(new SystemId(id))
        .filter(entry -> entry.published().isPresent() || current.is(STAFF))
        .orElseThrow(Systems::missing);
  }

  static ResponseStatusException missing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  /// The browser reads another page anew (303, RFC 9110).
  static View seeOther(String address) {
    var view = new RedirectView(address);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    view.setExposeModelAttributes(false);
    return view;
  }
}
