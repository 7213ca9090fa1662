package eu.trama.city.identity.signin;

import eu.trama.city.identity.audit.Outcome;
import eu.trama.city.identity.audit.SignInLog;
import eu.trama.city.identity.session.HostCookie;
import eu.trama.city.identity.session.Origin;
import eu.trama.city.identity.session.RequestSessions;
import eu.trama.city.identity.session.Session;
import eu.trama.city.identity.session.Sessions;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Leaving: this session or all of them, and the provider's own session with it.
@Controller
class SignOutController {

  private final Pages pages;
  private final ObjectProvider<OpenIdConnect> connect;
  private final RequestSessions requests;
  private final Sessions sessions;
  private final SignInLog log;

  SignOutController(
      Pages pages,
      ObjectProvider<OpenIdConnect> connect,
      RequestSessions requests,
      Sessions sessions,
      SignInLog log) {
    this.pages = pages;
    this.connect = connect;
    this.requests = requests;
    this.sessions = sessions;
    this.log = log;
  }

  @PostMapping("/sign-out")
  View leave(Visit visit, HttpServletRequest request, HttpServletResponse response) {
    var session = requests.find(request);
    session.ifPresent(left -> {
      sessions.end(left);
      log.add(Outcome.SIGNED_OUT, left.person().id(), Origin.of(request));
    });
    return left(session, visit, request, response);
  }

  @PostMapping("/sign-out/everywhere")
  View leaveEverywhere(Visit visit, HttpServletRequest request, HttpServletResponse response) {
    var session = requests.find(request);
    session.ifPresent(left -> {
      sessions.endAll(left.person());
      log.add(Outcome.SIGNED_OUT_EVERYWHERE, left.person().id(), Origin.of(request));
    });
    return left(session, visit, request, response);
  }

  private View left(
      Optional<Session> session,
      Visit visit,
      HttpServletRequest request,
      HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, HostCookie.SESSION.clear(request));
    var provider = session.flatMap(left -> connect.getObject().leave(request, left.idToken()));
    if (provider.isEmpty()) {
      var view = new RedirectView("/signed-out");
      view.setStatusCode(org.springframework.http.HttpStatus.SEE_OTHER);
      return view;
    }
    // Not a redirect: the content policy lets a form lead to this site only.
    response.setHeader("Refresh", "0; url=" + provider.get());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return show(visit.signedOut(), new Leaving(provider));
  }

  @GetMapping("/signed-out")
  View signedOut(Visit visit) {
    return show(visit, new Leaving(Optional.empty()));
  }

  private View show(Visit visit, Leaving leaving) {
    return pages.show(
        "identity/signedOut", visit.page(visit.say("identity.signed-out.title")), leaving);
  }
}
