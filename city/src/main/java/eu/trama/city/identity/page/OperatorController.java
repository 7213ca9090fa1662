package eu.trama.city.identity.page;

import eu.trama.city.identity.Doors;
import eu.trama.city.identity.Role;
import eu.trama.city.identity.audit.Outcome;
import eu.trama.city.identity.audit.SignInLog;
import eu.trama.city.identity.session.Origin;
import eu.trama.city.identity.session.SessionDesk;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Refusals;
import eu.trama.city.web.RequestKind;
import eu.trama.city.web.RolePath;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.DataTable;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What operators see and do: who is signed in, what was refused for its rate, the sign-in log.
/// Auditors read the log.
@Controller
class OperatorController {

  private static final int SHOWN = 200;
  private static final int PAGE = 50;

  private final Pages pages;
  private final SessionDesk desk;
  private final SignInLog log;
  private final Refusals refusals;

  OperatorController(Pages pages, SessionDesk desk, SignInLog log, Refusals refusals) {
    this.pages = pages;
    this.desk = desk;
    this.log = log;
    this.refusals = refusals;
  }

  @Bean
  static RolePath signInLogPages() {
    return Doors.to(Role.OPERATOR, Role.AUDITOR).reading("/operator/sign-ins");
  }

  @Bean
  static RolePath operatorPages() {
    return Doors.to(Role.OPERATOR).reading("/operator");
  }

  @Bean
  static RolePath operatorForms() {
    return Doors.to(Role.OPERATOR).posting("/operator/sessions/end");
  }

  @GetMapping("/operator")
  View overview(Visit visit) {
    var times = new Times(visit.words());
    var lines =
        desk.latest(SHOWN).stream()
            .map(session ->
                new OperatorOverview.Line(
                    session.handle(),
                    session.person().name(),
                    session.device().isEmpty()
                        ? visit.say("identity.device.unknown")
                        : session.device(),
                    session.origin(),
                    times.of(session.seenAt())))
            .toList();
    var counts =
        Arrays.stream(RequestKind.values())
            .map(kind ->
                new DataTable.Row(
                    kind.key(),
                    "",
                    List.of(
                        visit.say("identity.kind." + kind.key()),
                        visit.words().number(refusals.of(kind)))))
            .toList();
    var table =
        new DataTable(
            "refusals",
            visit.say("identity.operator.refusals"),
            List.of(
                DataTable.Column.text(visit.say("identity.operator.kind")),
                DataTable.Column.number(visit.say("identity.operator.refused"))),
            counts,
            false);
    return pages.show(
        "identity/operator",
        visit.page(visit.say("identity.operator.title")),
        new OperatorOverview(lines, table));
  }

  @PostMapping("/operator/sessions/end")
  View end(
      @RequestParam(name = "session", defaultValue = "") String handle,
      HttpServletRequest request) {
    var person =
        desk.end(handle).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    log.add(Outcome.ENDED_BY_OPERATOR, person, Origin.of(request));
    var view = new RedirectView("/operator");
    view.setStatusCode(HttpStatus.SEE_OTHER);
    return view;
  }

  @GetMapping("/operator/sign-ins")
  View log(
      Visit visit,
      @RequestParam(name = "before", defaultValue = "9223372036854775807") long before) {
    var entries = log.before(before, PAGE);
    var times = new Times(visit.words());
    var rows =
        entries.stream()
            .map(entry ->
                new DataTable.Row(
                    String.valueOf(entry.id()),
                    "",
                    List.of(
                        times.of(entry.at()),
                        entry
                            .name()
                            .or(() -> entry.person().map(id -> visit.say("identity.log.forgotten")))
                            .orElse("–"),
                        visit.say("identity.outcome." + entry.outcome().key()),
                        entry.origin())))
            .toList();
    var table =
        new DataTable(
            "sign-ins",
            visit.say("identity.log.title"),
            List.of(
                DataTable.Column.text(visit.say("identity.log.when")),
                DataTable.Column.text(visit.say("identity.log.who")),
                DataTable.Column.text(visit.say("identity.log.what")),
                DataTable.Column.text(visit.say("identity.origin"))),
            rows,
            false);
    var older =
        entries.size() < PAGE
            ? Link.to("", "")
            : Link.to(
                visit.say("identity.log.older"),
                "/operator/sign-ins?before=" + entries.getLast().id());
    return pages.show(
        "identity/log", visit.page(visit.say("identity.log.title")), new LogPage(table, older));
  }
}
