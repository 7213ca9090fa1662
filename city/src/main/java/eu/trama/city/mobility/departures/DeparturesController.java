package eu.trama.city.mobility.departures;

import eu.trama.city.twin.City;
import eu.trama.city.twin.Twin;
import eu.trama.city.web.Link;
import eu.trama.city.web.OpenPath;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriUtils;

/// What leaves a stop next, now or at any time.
@Controller
class DeparturesController {

  private static final int SHOWN = 20;

  private final Pages pages;
  private final Twin twin;
  private final Boards boards;
  private final Clock clock;

  DeparturesController(Pages pages, Twin twin, Boards boards, Clock clock) {
    this.pages = pages;
    this.twin = twin;
    this.boards = boards;
    this.clock = clock;
  }

  @Bean
  static OpenPath departurePaths() {
    return OpenPath.reading("/{city}/departures", "/{city}/departures.json");
  }

  @GetMapping("/{city}/departures")
  View page(
      Visit visit,
      @PathVariable("city") String id,
      @RequestParam("stop") String stop,
      @RequestParam(name = "date", defaultValue = "") String date,
      @RequestParam(name = "time", defaultValue = "") String time)
      throws InterruptedException {
    City city = city(id);
    var errors = new ArrayList<FormError>();
    ZonedDateTime from = from(city, date, time, visit, errors);
    Board board =
        boards
            .of(city, stop, from, SHOWN)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return pages.show(
        "mobility/departures",
        visit
            .page(board.stop())
            .in("places")
            .under(Link.to(visit.say("mobility.places.title"), "/" + id + "/places")),
        new DeparturesPage(
            stop,
            visit.say(
                "mobility.departures.from",
                from.toLocalDate(),
                from.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString()),
            table(visit, board, date.isBlank() && time.isBlank()),
            later(id, stop, board),
            notes(visit, board),
            form(visit, from, errors)));
  }

  private ZonedDateTime from(
      City city, String date, String time, Visit visit, List<FormError> errors) {
    ZonedDateTime now = clock.instant().atZone(city.timezone()).truncatedTo(ChronoUnit.MINUTES);
    LocalDate day = now.toLocalDate();
    LocalTime at = date.isBlank() && time.isBlank() ? now.toLocalTime() : LocalTime.MIN;
    try {
      day = date.isBlank() ? day : LocalDate.parse(date.strip());
    } catch (DateTimeException e) {
      errors.add(new FormError("date", visit.say("mobility.departures.date.wrong")));
    }
    try {
      at = time.isBlank() ? at : LocalTime.parse(time.strip());
    } catch (DateTimeException e) {
      errors.add(new FormError("time", visit.say("mobility.departures.time.wrong")));
    }
    return errors.isEmpty() ? day.atTime(at).atZone(city.timezone()) : now;
  }

  /// @param now whether the reader is on the way, and asks how long is left
  private static DataTable table(Visit visit, Board board, boolean now) {
    return new DataTable(
        "departures",
        visit.say("mobility.departures.caption", board.stop()),
        List.of(
            DataTable.Column.text(visit.say("mobility.departures.time")),
            DataTable.Column.text(visit.say("mobility.departures.line")),
            DataTable.Column.text(visit.say("mobility.departures.towards"))),
        board.rows().stream()
            .map(row ->
                DataTable.Row.of(
                    "",
                    now
                        ? visit.say("mobility.departures.in", clock(row), row.minutes())
                        : clock(row),
                    row.line(),
                    row.towards()))
            .toList(),
        false);
  }

  private static String clock(Board.Row row) {
    return row.at().truncatedTo(ChronoUnit.MINUTES).format(DateTimeFormatter.ofPattern("HH:mm"));
  }

  /// From the minute after the last one shown; the same minute may have more, so from it.
  private static String later(String city, String stop, Board board) {
    if (board.rows().size() < SHOWN) {
      return "";
    }
    Board.Row last = board.rows().getLast();
    boolean stuck = last.minutes() == 0;
    LocalTime next = last.at().truncatedTo(ChronoUnit.MINUTES).plusMinutes(stuck ? 1 : 0);
    return "/%s/departures?stop=%s&date=%s&time=%s"
        .formatted(city, parameter(stop), last.date(), parameter(next.toString()));
  }

  private static List<String> notes(Visit visit, Board board) {
    return board.otherDays().stream()
        .map(other -> visit.say("mobility.departures.otherDay", other.feed(), other.date()))
        .toList();
  }

  /// What was wrong is in the message alone: the browser's own fields hold sound values only.
  private static List<Field> form(Visit visit, ZonedDateTime from, List<FormError> errors) {
    return List.of(
        Field.of("date", Field.Kind.DATE, visit.say("mobility.departures.date"))
            .value(from.toLocalDate().toString())
            .checked(errors),
        Field.of("time", Field.Kind.TIME, visit.say("mobility.departures.at"))
            .value(from.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString())
            .checked(errors));
  }

  /// The board for other programs: times with their zone, as RFC 3339 has them.
  @GetMapping("/{city}/departures.json")
  ResponseEntity<Board> json(
      Visit visit,
      @PathVariable("city") String id,
      @RequestParam("stop") String stop,
      @RequestParam(name = "date", defaultValue = "") String date,
      @RequestParam(name = "time", defaultValue = "") String time)
      throws InterruptedException {
    City city = city(id);
    var errors = new ArrayList<FormError>();
    ZonedDateTime from = from(city, date, time, visit, errors);
    if (!errors.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, errors.getFirst().message());
    }
    Board board =
        boards
            .of(city, stop, from, SHOWN)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(board);
  }

  private City city(String id) {
    return twin.city(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static String parameter(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }
}
