package eu.trama.city.identity.signin;

import eu.trama.city.identity.Person;
import eu.trama.city.identity.access.OidcSettings;
import eu.trama.city.identity.access.SignInWay;
import eu.trama.city.identity.audit.Outcome;
import eu.trama.city.identity.audit.SignInLog;
import eu.trama.city.identity.session.Device;
import eu.trama.city.identity.session.HostCookie;
import eu.trama.city.identity.session.Origin;
import eu.trama.city.identity.session.People;
import eu.trama.city.identity.session.RequestSessions;
import eu.trama.city.identity.session.Sessions;
import eu.trama.city.web.OwnPath;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Leads to the identity provider and takes in who comes back. Neither codes nor tokens are shown,
/// logged, or left in the browser's address.
@Controller
class SignInController {

  private static final Logger LOG = LoggerFactory.getLogger(SignInController.class);
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_BACK = 1_000;

  private final ObjectProvider<OpenIdConnect> connect;
  private final OidcSettings settings;
  private final SignInWay way;
  private final People people;
  private final Sessions sessions;
  private final RequestSessions requests;
  private final SignInLog log;

  SignInController(
      ObjectProvider<OpenIdConnect> connect,
      OidcSettings settings,
      SignInWay way,
      People people,
      Sessions sessions,
      RequestSessions requests,
      SignInLog log) {
    this.connect = connect;
    this.settings = settings;
    this.way = way;
    this.people = people;
    this.sessions = sessions;
    this.requests = requests;
    this.log = log;
  }

  @GetMapping("/sign-in")
  ResponseEntity<Void> leave(
      @RequestParam(name = "back", defaultValue = "/") String back, HttpServletRequest request) {
    var own = OwnPath.of(back.length() > LONGEST_BACK ? "/" : back);
    if (requests.find(request).isPresent()) {
      return to(own).build();
    }
    if (!way.openTo(request)) {
      return to(URI.create("/sign-in/refused?why=closed")).build();
    }
    try {
      var departure = connect.getObject().depart(request, own.toString());
      var cookie = HostCookie.ATTEMPT.set(request, departure.attempt().cookie(), Attempt.KEPT);
      return to(URI.create(departure.address())).header(HttpHeaders.SET_COOKIE, cookie).build();
    } catch (SignInFailed failed) {
      return refused(failed, request);
    }
  }

  @GetMapping("/sign-in/return")
  ResponseEntity<Void> arrive(
      @RequestParam Map<String, String> answer, HttpServletRequest request) {
    try {
      var attempt =
          HostCookie.ATTEMPT
              .read(request)
              .flatMap(Attempt::of)
              .filter(begun -> begun.answeredBy(answer.getOrDefault("state", "")))
              .orElseThrow(() -> new SignInFailed(Outcome.UNKNOWN_ATTEMPT, "state"));
      var code = answer.getOrDefault("code", "");
      if (code.isEmpty()) {
        throw new SignInFailed(Outcome.CANCELLED, "no code");
      }
      var user = connect.getObject().arrive(request, attempt, code);
      return signedIn(user, attempt, request);
    } catch (SignInFailed failed) {
      return refused(failed, request);
    }
  }

  /// A new session with a new secret, whatever cookies the browser brought.
  private ResponseEntity<Void> signedIn(
      OidcUser user, Attempt attempt, HttpServletRequest request) {
    requests.find(request).ifPresent(sessions::end);
    Person person = person(user);
    var secret =
        sessions.begin(
            new Sessions.Beginning(
                person,
                user.getIdToken().getTokenValue(),
                user.getClaimAsString("sid"),
                Device.of(header(request, HttpHeaders.USER_AGENT)),
                Origin.of(request)));
    log.add(Outcome.SIGNED_IN, person.id(), Origin.of(request));
    return to(OwnPath.of(attempt.back()))
        .header(HttpHeaders.SET_COOKIE, HostCookie.SESSION.set(request, secret))
        .header(HttpHeaders.SET_COOKIE, HostCookie.ATTEMPT.clear(request))
        .build();
  }

  private Person person(OidcUser user) {
    var claim = settings.outside().map(OidcSettings.Outside::rolesClaim).orElse("roles");
    var names =
        settings.outside().map(OidcSettings.Outside::roleNames).orElseGet(java.util.Map::of);
    var shown =
        Optional.ofNullable(user.getFullName())
            .or(() -> Optional.ofNullable(user.getPreferredUsername()))
            .map(name -> name.replaceAll("\\p{Cntrl}", " ").strip())
            .filter(name -> !name.isEmpty())
            .orElse("?");
    return people.welcome(
        settings.issuerName(),
        String.valueOf(user.getSubject()), // The check has seen to it that there is one.
        shown.substring(0, Math.min(shown.length(), LONGEST_NAME)),
        RolesClaim.at(claim, names).of(user.getClaims()));
  }

  private ResponseEntity<Void> refused(SignInFailed failed, HttpServletRequest request) {
    var outcome = failed.outcome();
    LOG.warn("sign-in {}: {}", outcome.key(), failed.getMessage());
    log.add(outcome, null, Origin.of(request));
    return to(URI.create("/sign-in/refused?why=" + outcome.key()))
        .header(HttpHeaders.SET_COOKIE, HostCookie.ATTEMPT.clear(request))
        .build();
  }

  private static ResponseEntity.BodyBuilder to(URI address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(address)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static String header(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getHeader(name)).orElse("");
  }
}
