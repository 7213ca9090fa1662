package eu.trama.city.transportcard;

import eu.trama.city.algorithms.Decisions;
import eu.trama.city.identity.Doors;
import eu.trama.city.web.Link;
import eu.trama.city.web.OpenPath;
import eu.trama.city.web.Pages;
import eu.trama.city.web.RolePath;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Asking for the card: what it is, the questions in small steps, and then the decision's own page.
@Controller
class CardController {

  private static final int STEPS = CardQuestions.STEPS.size() + 1;

  private final Pages pages;
  private final CardCheck check;
  private final Decisions decisions;

  CardController(Pages pages, CardCheck check, Decisions decisions) {
    this.pages = pages;
    this.check = check;
    this.decisions = decisions;
  }

  @Bean
  static OpenPath cardPages() {
    return OpenPath.reading("/transport-card");
  }

  @Bean
  static RolePath cardQuestions() {
    return Doors.toEveryRole().reading("/transport-card/ask");
  }

  @Bean
  static RolePath cardForm() {
    return Doors.toEveryRole().posting("/transport-card/ask");
  }

  @GetMapping("/transport-card")
  View start(Visit visit) {
    var words = visit.words();
    var thresholds = check.thresholds();
    var rows =
        IntStream.rangeClosed(1, thresholds.mostMembers())
            .mapToObj(members ->
                DataTable.Row.of(
                    "",
                    words.number(members),
                    CardCheck.euros(words, thresholds.free(members).orElseThrow()),
                    CardCheck.euros(words, thresholds.reduced(members).orElseThrow())))
            .toList();
    var table =
        new DataTable(
            "thresholds",
            visit.say("transportcard.table"),
            List.of(
                DataTable.Column.text(visit.say("transportcard.table.members")),
                DataTable.Column.number(visit.say("transportcard.table.free")),
                DataTable.Column.number(visit.say("transportcard.table.reduced"))),
            rows,
            false);
    return pages.show(
        "transportcard/start",
        visit.page(visit.say("transportcard.title")),
        new CardPages.Start(table, thresholds.source(), thresholds.href()));
  }

  @GetMapping("/transport-card/ask")
  View begin(Visit visit) {
    return ask(visit, 0, Map.of(), List.of());
  }

  /// Each step brings the answers of those before along; nothing is kept until the last is sent.
  @PostMapping("/transport-card/ask")
  View next(
      Visit visit,
      @RequestParam(name = "step", defaultValue = "0") String sentStep,
      @RequestParam Map<String, String> sent) {
    var answers = new TreeMap<String, String>();
    check.questions(visit.words(), sent).forEach(f -> answers.put(f.name(), f.value().strip()));
    int step = sentStep.matches("[0-9]") ? Math.min(Integer.parseInt(sentStep), STEPS - 1) : 0;
    for (int each = 0; each <= step && each < STEPS - 1; each++) {
      var errors = CardQuestions.check(visit.words(), each, answers);
      if (!errors.isEmpty()) {
        return ask(visit, each, answers, errors);
      }
    }
    if (sent.containsKey("back")) {
      return ask(visit, Math.max(0, step - 1), answers, List.of());
    }
    if (step < STEPS - 1) {
      return ask(visit, step + 1, answers, List.of());
    }
    var view = new RedirectView(Decisions.page(decisions.decide(check, answers)) + "#main");
    view.setStatusCode(HttpStatus.SEE_OTHER);
    return view;
  }

  private View ask(Visit visit, int step, Map<String, String> answers, List<FormError> errors) {
    var words = visit.words();
    boolean last = step == STEPS - 1;
    List<Field> fields =
        last
            ? List.of()
            : CardQuestions.step(words, step, answers).stream()
                .map(f -> f.checked(errors))
                .toList();
    var kept = new TreeMap<>(answers);
    fields.forEach(field -> kept.remove(field.name()));
    var rows =
        last
            ? check.questions(words, answers).stream()
                .map(f -> check.said(words, f.name(), f.value()))
                .map(said -> DataTable.Row.of("", said.label(), said.value()))
                .toList()
            : List.<DataTable.Row>of();
    var summary =
        new DataTable(
            "answers",
            visit.say("transportcard.check"),
            List.of(
                DataTable.Column.text(visit.say("transportcard.check.question")),
                DataTable.Column.text(visit.say("transportcard.check.answer"))),
            rows,
            false);
    return pages.show(
        "transportcard/ask",
        visit
            .page(visit.say("transportcard.step." + step))
            .under(Link.to(visit.say("transportcard.title"), "/transport-card")),
        new CardPages.Ask(step, STEPS, fields, kept, summary, errors));
  }
}
