package eu.trama.city.algorithms.pages;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Role;
import eu.trama.city.web.Link;
import eu.trama.city.web.Page;
import eu.trama.city.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The systems of the register, for pages: a name in an address becomes an entry, or "not found".
@Component
class RegisterEntries {

  private final Register register;
  private final CurrentPerson current;

  RegisterEntries(Register register, CurrentPerson current) {
    this.register = register;
    this.current = current;
  }

  /// An entry that the reader may see: drafts are for the people of the register.
  Entry require(String id) {
    if (!SystemId.FORM.matcher(id).matches()) {
      throw missing();
    }
    return register
        .find(new SystemId(id))
        .filter(entry -> entry.published().isPresent() || staff())
        .orElseThrow(RegisterEntries::missing);
  }

  boolean staff() {
    return current.is(Role.PROCUREMENT, Role.PLANNER, Role.AUDITOR, Role.CASEWORKER);
  }

  boolean is(Role... any) {
    return current.is(any);
  }

  String person() {
    return current.person().map(p -> p.id()).orElse("");
  }

  /// How systems are told in the reader's language.
  EntryWords words(Visit visit) {
    return new EntryWords(visit.words(), register.lifeCycle());
  }

  /// A page below that of a system.
  static Page below(Visit visit, Entry entry, String title) {
    return visit
        .page(title)
        .in("algorithms")
        .under(
            Link.to(visit.say("algorithms.title"), "/algorithms"),
            Link.to(entry.shown().name(visit.language()), "/algorithms/" + entry.id()));
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
