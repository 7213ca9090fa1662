package eu.trama.city.algorithms.pages;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.council.Ballot;
import eu.trama.city.algorithms.council.Council;
import eu.trama.city.algorithms.council.Council.Obstacle;
import eu.trama.city.algorithms.council.Seat;
import eu.trama.city.algorithms.council.Session;
import eu.trama.city.algorithms.council.Vote;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.identity.Role;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.Field.Kind;
import eu.trama.city.web.part.Field.Option;
import eu.trama.city.web.part.FormError;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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

/// The council's pages: seats, sessions, agenda, votes and minutes. Votes are shown as counts.
@Controller
class CouncilController {

  private static final String PATH = "/algorithms/council";
  private static final int LONGEST = 300;
  private static final int LONGEST_MINUTES = 50_000;

  private final Pages pages;
  private final Council council;
  private final Register register;
  private final RegisterEntries entries;

  CouncilController(Pages pages, Council council, Register register, RegisterEntries entries) {
    this.pages = pages;
    this.council = council;
    this.register = register;
    this.entries = entries;
  }

  @GetMapping(PATH)
  View council(Visit visit) {
    return show(visit, List.of());
  }

  @PostMapping(PATH + "/apply")
  View apply(Visit visit, @RequestParam(name = "capacity", defaultValue = "") String capacity) {
    String given = capacity.strip();
    if (given.isEmpty() || given.length() > LONGEST) {
      return show(visit, error("capacity", visit.say("algorithms.council.error.capacity")));
    }
    council.apply(given);
    return RegisterEntries.seeOther(PATH + "#main");
  }

  @PostMapping(PATH + "/seats")
  View seat(
      @RequestParam(name = "seat", defaultValue = "") String seat,
      @RequestParam(name = "do", defaultValue = "") String what) {
    long id = number(seat);
    boolean done = what.equals("admit") ? council.admit(id) : council.end(id);
    if (!done) {
      throw RegisterEntries.missing();
    }
    return RegisterEntries.seeOther(PATH + "#main");
  }

  @PostMapping(PATH)
  View open(
      Visit visit,
      @RequestParam(name = "held", defaultValue = "") String held,
      @RequestParam(name = "place", defaultValue = "") String place) {
    Optional<LocalDate> day = day(held);
    if (day.isEmpty() || place.isBlank() || place.length() > LONGEST) {
      return show(visit, error("held", visit.say("algorithms.council.error.session")));
    }
    return RegisterEntries.seeOther(PATH + "/" + council.open(day.get(), place.strip()) + "#main");
  }

  @GetMapping(PATH + "/{session}")
  View session(Visit visit, @PathVariable("session") String id) {
    return show(visit, require(id), List.of());
  }

  @PostMapping(PATH + "/{session}/items")
  View item(
      Visit visit,
      @PathVariable("session") String id,
      @RequestParam(name = "system", defaultValue = "") String system,
      @RequestParam(name = "question", defaultValue = "") String question) {
    Session session = require(id);
    if (question.isBlank() || question.length() > LONGEST) {
      return show(visit, session, error("question", visit.say("algorithms.council.error.item")));
    }
    Entry entry = entries.require(system);
    return done(visit, session, council.add(session.id(), entry.id(), question.strip()));
  }

  @PostMapping(PATH + "/{session}/votes")
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

  @PostMapping(PATH + "/{session}/close")
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
                error(
                    "main",
                    visit.say(
                        "algorithms.council.obstacle."
                            + o.name().toLowerCase(Locale.ROOT).replace('_', '-')))))
        .orElseGet(() -> RegisterEntries.seeOther(PATH + "/" + session.id() + "#main"));
  }

  private View show(Visit visit, List<FormError> errors) {
    boolean signedIn = !entries.person().isEmpty();
    List<CouncilPage.SeatLine> seats =
        council.seats().stream()
            .filter(s -> s.admitted() || entries.is(Role.AUDITOR))
            .map(s -> seat(visit, s))
            .toList();
    List<Link> sessions =
        council.sessions().stream()
            .map(s -> Link.to(visit.words().date(s.held()) + ", " + s.place(), PATH + "/" + s.id()))
            .toList();
    List<Field> apply =
        signedIn
            ? List.of(
                Field.of("capacity", Kind.TEXT, visit.say("algorithms.council.capacity"))
                    .hint(visit.say("algorithms.council.capacity.hint"))
                    .checked(errors))
            : List.of();
    List<Field> open =
        List.of(
            Field.of("held", Kind.DATE, visit.say("algorithms.council.held")).checked(errors),
            Field.of("place", Kind.TEXT, visit.say("algorithms.council.place")));
    var page =
        visit
            .page(visit.say("algorithms.council"))
            .in("algorithms")
            .under(Link.to(visit.say("algorithms.title"), "/algorithms"));
    return pages.show(
        "algorithms/council",
        page,
        new CouncilPage(seats, sessions, entries.is(Role.AUDITOR), apply, open, errors));
  }

  private static CouncilPage.SeatLine seat(Visit visit, Seat seat) {
    String state =
        seat.admitted()
            ? visit.say("algorithms.council.admitted")
            : visit.say("algorithms.council.asked");
    return new CouncilPage.SeatLine(
        String.valueOf(seat.id()), seat.capacity(), state, seat.admitted());
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
            PATH + "/" + session.id(),
            facts,
            session.minutes(),
            results(visit, session),
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
                Link.to(visit.say("algorithms.council"), PATH));
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

  /// While a session is open its votes are nobody's business.
  private DataTable results(Visit visit, Session session) {
    boolean open = session.closed().isEmpty();
    return new DataTable(
        "results",
        visit.say("algorithms.council.agenda"),
        List.of(
            Column.text(visit.say("algorithms.council.system")),
            Column.text(visit.say("algorithms.council.question")),
            Column.text(visit.say("algorithms.council.result"))),
        session.items().stream()
            .map(i ->
                new Row(
                    "",
                    "/algorithms/" + i.system(),
                    List.of(
                        name(visit, i),
                        i.question(),
                        open ? "–" : result(visit, session.ballot(i)))))
            .toList(),
        false);
  }

  private static String result(Visit visit, Ballot ballot) {
    String count =
        visit.say(
            "algorithms.council.count",
            ballot.inFavour(),
            ballot.against(),
            ballot.abstained(),
            ballot.present(),
            ballot.seats());
    if (!ballot.quorum()) {
      return visit.say("algorithms.council.no-quorum") + " " + count;
    }
    return (ballot.passed()
            ? visit.say("algorithms.council.passed")
            : visit.say("algorithms.council.failed"))
        + " "
        + count;
  }

  private Session require(String id) {
    return council.session(number(id)).orElseThrow(RegisterEntries::missing);
  }

  private static long number(String text) {
    if (!text.matches("\\d{1,15}")) {
      throw RegisterEntries.missing();
    }
    return Long.parseLong(text);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notADay) {
      return Optional.empty();
    }
  }

  private static List<FormError> error(String field, String message) {
    return List.of(new FormError(field, message));
  }
}
