package eu.trama.city.algorithms.pages;

import eu.trama.city.algorithms.council.Council;
import eu.trama.city.algorithms.council.Seat;
import eu.trama.city.identity.Role;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.Field.Kind;
import eu.trama.city.web.part.FormError;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The council's page: who sits in it, and its sessions.
@Controller
class CouncilController {

  static final String PATH = "/algorithms/council";
  static final int LONGEST = 300;

  private final Pages pages;
  private final Council council;
  private final RegisterEntries entries;

  CouncilController(Pages pages, Council council, RegisterEntries entries) {
    this.pages = pages;
    this.council = council;
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

  static long number(String text) {
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

  static List<FormError> error(String field, String message) {
    return List.of(new FormError(field, message));
  }
}
