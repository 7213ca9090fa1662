package eu.trama.city.algorithms.pages;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.council.Council;
import eu.trama.city.algorithms.council.Council.Obstacle;
import eu.trama.city.algorithms.council.Session;
import eu.trama.city.algorithms.council.Vote;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.identity.Role;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.Field.Kind;
import eu.trama.city.web.part.Field.Option;
import eu.trama.city.web.part.FormError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A session of the council: agenda, votes and minutes. Votes are shown as counts.
@Controller
class SessionController {

  private static final int LONGEST_MINUTES = 50_000;

  private final Pages pages;
  private final Council council;
  private final Register register;
  private final RegisterEntries entries;

  SessionController(Pages pages, Council council, Register register, RegisterEntries entries) {
    this.pages = pages;
    this.council = council;
    this.register = register;
    this.entries = entries;
  }

  @GetMapping(CouncilController.PATH + "/{session}")
  View session(Visit visit, @PathVariable("session") String id) {
    return show(visit, require(id), List.of());
  }

  @PostMapping(CouncilController.PATH + "/{session}/items")
  View item(
      Visit visit,
      @PathVariable("session") String id,
      @RequestParam(name = "system", defaultValue = "") String system,
      @RequestParam(name = "question", defaultValue = "") String question) {
    Session session = require(id);
    if (question.isBlank() || question.length() > CouncilController.LONGEST) {
      return show(
          visit,
          session,
          CouncilController.error("question", visit.say("algorithms.council.error.item")));
    }
    Entry entry = entries.require(system);
    return done(visit, session, council.add(session.id(), entry.id(), question.strip()));
  }

  @PostMapping(CouncilController.PATH + "/{session}/votes")
  View vote(
      Visit visit,
      @PathVariable("session") String id,
      @RequestParam(name = "system", defaultValue = "") String system,
      @RequestParam(name = "vote", defaultValue = "") String vote) {
    Session session = require(id);
    SystemId on =
        session.items().stream()
            .map(Session.Item::system)
            .filter(system::equals)
            .findFirst()
            .map(SystemId::new)
            .orElseThrow(RegisterEntries::missing);
    Vote cast = Vote.ofKey(vote).orElseThrow(RegisterEntries::missing);
    return done(visit, session, council.vote(session.id(), on, cast));
  }

  @PostMapping(CouncilController.PATH + "/{session}/close")
  View close(
      Visit visit,
      @PathVariable("session") String id,
      @RequestParam(name = "minutes", defaultValue = "") String minutes) {
    Session session = require(id);
    String kept = minutes.length() > LONGEST_MINUTES ? "" : minutes.strip();
    return done(visit, session, council.close(session.id(), kept));
  }

  private View done(Visit visit, Session session, Optional<Obstacle> obstacle) {
    return obstacle
        .map(o ->
            show(
                visit,
                session,
                CouncilController.error(
                    "main",
                    visit.say(
                        "algorithms.council.obstacle."
                            + o.name().toLowerCase(Locale.ROOT).replace('_', '-')))))
        .orElseGet(
            () -> RegisterEntries.seeOther(CouncilController.PATH + "/" + session.id() + "#main"));
  }

  private View show(Visit visit, Session session, List<FormError> errors) {
    boolean open = session.closed().isEmpty();
    boolean auditor = open && entries.is(Role.AUDITOR);
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of(visit.say("algorithms.council.place"), session.place()));
    facts.add(
        Fact.of(
            visit.say("algorithms.council.state"),
            open ? visit.say("algorithms.council.open") : visit.say("algorithms.council.closed")));
    List<Option> systems =
        register.all().stream()
            .map(e -> Option.of(e.id().value(), e.shown().name(visit.language())))
            .toList();
    List<Field> add =
        auditor
            ? List.of(
                Field.of("system", Kind.SELECT, visit.say("algorithms.council.system"))
                    .options(systems),
                Field.of("question", Kind.TEXT, visit.say("algorithms.council.question"))
                    .checked(errors))
            : List.of();
    List<Field> close =
        auditor
            ? List.of(Field.of("minutes", Kind.LONG, visit.say("algorithms.council.minutes")))
            : List.of();
    var model =
        new SessionPage(
            CouncilController.PATH + "/" + session.id(),
            facts,
            session.minutes(),
            new Agenda(visit, session, item -> name(visit, item)).table(),
            open && council.member() ? votes(visit, session) : List.of(),
            add,
            close,
            errors);
    var page =
        visit
            .page(visit.say("algorithms.council.session", visit.words().date(session.held())))
            .in("algorithms")
            .under(
                Link.to(visit.say("algorithms.title"), "/algorithms"),
                Link.to(visit.say("algorithms.council"), CouncilController.PATH));
    return pages.show("algorithms/session", page, model);
  }

  private List<SessionPage.Item> votes(Visit visit, Session session) {
    List<Option> choices =
        Arrays.stream(Vote.values())
            .map(v -> Option.of(v.key(), visit.say("algorithms.council.vote." + v.key())))
            .toList();
    return session.items().stream()
        .map(i -> new SessionPage.Item(i.system(), name(visit, i), i.question(), choices))
        .toList();
  }

  private String name(Visit visit, Session.Item item) {
    return register
        .find(new SystemId(item.system()))
        .map(e -> e.shown().name(visit.language()))
        .orElse(item.system());
  }

  private Session require(String id) {
    return council.session(CouncilController.number(id)).orElseThrow(RegisterEntries::missing);
  }
}
