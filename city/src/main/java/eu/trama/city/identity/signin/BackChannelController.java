package eu.trama.city.identity.signin;

import eu.trama.city.identity.access.SignInWay;
import eu.trama.city.identity.audit.Outcome;
import eu.trama.city.identity.audit.SignInLog;
import eu.trama.city.identity.session.Origin;
import eu.trama.city.identity.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Takes the provider's word that somebody has signed out there (OpenID Connect Back-Channel Logout
/// 1.0): a token that it signed, sent by it and by no browser.
@Controller
class BackChannelController {

  static final String PATH = "/sign-out/back-channel";

  private static final Logger LOG = LoggerFactory.getLogger(BackChannelController.class);

  private final ObjectProvider<OpenIdConnect> connect;
  private final SignInWay way;
  private final Sessions sessions;
  private final SignInLog log;

  BackChannelController(
      ObjectProvider<OpenIdConnect> connect, SignInWay way, Sessions sessions, SignInLog log) {
    this.connect = connect;
    this.way = way;
    this.sessions = sessions;
    this.log = log;
  }

  @PostMapping(PATH)
  ResponseEntity<Void> leave(
      @RequestParam(name = "logout_token", defaultValue = "") String token,
      HttpServletRequest request) {
    if (way.kind() != SignInWay.Kind.OUTSIDE) {
      return answer(HttpStatus.NOT_FOUND);
    }
    try {
      var proof = connect.getObject().logout(token);
      var people = sessions.endOfProvider(proof.getSubject(), proof.getClaimAsString("sid"));
      people.stream()
          .distinct()
          .forEach(person -> log.add(Outcome.ENDED_BY_PROVIDER, person, Origin.of(request)));
      return answer(HttpStatus.OK);
    } catch (SignInFailed failed) {
      LOG.warn("back-channel sign-out {}: {}", failed.outcome().key(), failed.getMessage());
      return answer(HttpStatus.BAD_REQUEST);
    }
  }

  private static ResponseEntity<Void> answer(HttpStatus status) {
    return ResponseEntity.status(status).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
