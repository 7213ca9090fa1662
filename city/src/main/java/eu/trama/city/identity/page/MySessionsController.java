package eu.trama.city.identity.page;

import eu.trama.city.identity.Doors;
import eu.trama.city.identity.Person;
import eu.trama.city.identity.Role;
import eu.trama.city.identity.audit.Outcome;
import eu.trama.city.identity.audit.SignInLog;
import eu.trama.city.identity.session.Origin;
import eu.trama.city.identity.session.RequestSessions;
import eu.trama.city.identity.session.Session;
import eu.trama.city.identity.session.Sessions;
import eu.trama.city.web.Pages;
import eu.trama.city.web.RolePath;
import eu.trama.city.web.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// A person's own sessions: which there are, ending one, ending all.
@Controller
class MySessionsController {

  private final Pages pages;
  private final RequestSessions requests;
  private final Sessions sessions;
  private final SignInLog log;

  MySessionsController(Pages pages, RequestSessions requests, Sessions sessions, SignInLog log) {
    this.pages = pages;
    this.requests = requests;
    this.sessions = sessions;
    this.log = log;
  }

  @Bean
  static RolePath ownSessionPages() {
    return Doors.toEveryRole().reading("/me/sessions");
  }

  @Bean
  static RolePath ownSessionForms() {
    return Doors.toEveryRole().posting("/me/sessions/end");
  }

  @GetMapping("/me/sessions")
  View sessions(Visit visit, HttpServletRequest request) {
    var here = here(request);
    Person person = here.person();
    var times = new Times(visit.words());
    var lines =
        sessions.of(person).stream()
            .map(session ->
                new MySessions.Line(
                    session.handle(),
                    session.device().isEmpty()
                        ? visit.say("identity.device.unknown")
                        : session.device(),
                    session.origin(),
                    times.of(session.begunAt()),
                    times.of(session.seenAt()),
                    session.id().equals(here.id())))
            .toList();
    var roles =
        person.roles().stream()
            .sorted()
            .map((Role role) -> role.label(visit.words()))
            .collect(Collectors.joining(", "));
    return pages.show(
        "identity/sessions",
        visit.page(visit.say("identity.sessions.title")),
        new MySessions(person.name(), roles, lines));
  }

  @PostMapping("/me/sessions/end")
  View end(
      @RequestParam(name = "session", defaultValue = "") String handle,
      HttpServletRequest request) {
    Person person = here(request).person();
    if (!sessions.end(person, handle)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    log.add(Outcome.SIGNED_OUT, person.id(), Origin.of(request));
    var view = new RedirectView("/me/sessions");
    view.setStatusCode(HttpStatus.SEE_OTHER);
    return view;
  }

  private Session here(HttpServletRequest request) {
    return requests.find(request).orElseThrow(() -> new AccessDeniedException("no session"));
  }
}
