package eu.trama.city.algorithms.pages;

import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.RecordField;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.algorithms.stages.Gate;
import eu.trama.city.algorithms.stages.Stage;
import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Role;
import eu.trama.city.web.Link;
import eu.trama.city.web.Page;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.Field.Option;
import eu.trama.city.web.part.Paging;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The public register: the list of systems, and the protocol that they go through.
@Controller
class RegisterController {

  private static final int A_PAGE = 20;

  private final Pages pages;
  private final Register register;
  private final CurrentPerson current;

  RegisterController(Pages pages, Register register, CurrentPerson current) {
    this.pages = pages;
    this.register = register;
    this.current = current;
  }

  @GetMapping("/algorithms")
  View list(
      Visit visit,
      @RequestParam(name = "q", defaultValue = "") String text,
      @RequestParam(name = "stage", defaultValue = "") String stage,
      @RequestParam(name = "risk", defaultValue = "") String risk,
      @RequestParam(name = "area", defaultValue = "") String area,
      @RequestParam(name = "city", defaultValue = "") String city,
      @RequestParam(name = "page", defaultValue = "1") String number) {
    boolean staff = current.is(Role.PROCUREMENT, Role.PLANNER, Role.AUDITOR);
    var search = new EntrySearch(text, stage, risk, area, city);
    List<Entry> found =
        register.all().stream()
            .filter(entry -> staff || entry.published().isPresent())
            .filter(entry -> search.finds(entry, visit.language()))
            .sorted(
                java.util.Comparator.comparing(
                    entry -> entry.shown().name(visit.language()), visit.words().collator()))
            .toList();
    int last = Math.max(1, (found.size() + A_PAGE - 1) / A_PAGE);
    int at = number.matches("\\d{1,5}") ? Math.clamp(Integer.parseInt(number), 1, last) : 1;
    var words = new EntryWords(visit.words(), register.lifeCycle());
    List<RegisterPage.Card> cards =
        found.stream().skip((at - 1L) * A_PAGE).limit(A_PAGE).map(e -> card(words, e)).toList();
    String way = search.way();
    var model =
        new RegisterPage(
            filters(visit, search),
            city,
            visit.say("algorithms.found", found.size()),
            cards,
            new Paging(at, last, p -> way + "page=" + p),
            current.is(Role.PROCUREMENT, Role.PLANNER));
    return pages.show("algorithms/register", page(visit, city), model);
  }

  private static Page page(Visit visit, String city) {
    Visit there =
        visit.site().cities().stream()
            .filter(c -> c.key().equals(city))
            .findFirst()
            .map(visit::in)
            .orElse(visit);
    return there.page(visit.say("algorithms.title")).in("algorithms").wholeWidth();
  }

  private static RegisterPage.Card card(EntryWords words, Entry entry) {
    Fact name = words.fact(entry.shown(), RecordField.NAME);
    return new RegisterPage.Card(
        "/algorithms/" + entry.id(),
        name.value(),
        words.fact(entry.shown(), RecordField.SUMMARY).value(),
        name.lang(),
        words.tags(entry));
  }

  private static List<Field> filters(Visit visit, EntrySearch search) {
    return List.of(
        Field.of("q", Field.Kind.TEXT, visit.say("algorithms.filter.text")).value(search.text()),
        choice(
            visit,
            "stage",
            visit.say("algorithms.filter.stage"),
            search.stage(),
            Arrays.stream(Stage.values()).map(Stage::key).toList(),
            key -> visit.say("algorithms.stage." + key)),
        choice(
            visit,
            "risk",
            visit.say("algorithms.filter.risk"),
            search.risk(),
            Arrays.stream(RiskClass.values()).map(RiskClass::key).toList(),
            key -> visit.say("algorithms.risk." + key)),
        choice(
            visit,
            "area",
            visit.say("algorithms.filter.area"),
            search.area(),
            RecordField.AREAS,
            key -> visit.say("algorithms.area." + key)));
  }

  private static Field choice(
      Visit visit,
      String name,
      String label,
      String value,
      List<String> keys,
      Function<String, String> say) {
    var options = new ArrayList<Option>();
    options.add(Option.of("", visit.say("algorithms.filter.all")));
    keys.forEach(key -> options.add(Option.of(key, say.apply(key))));
    return Field.of(name, Field.Kind.SELECT, label).options(options).value(value);
  }

  @GetMapping("/algorithms/protocol")
  View protocol(Visit visit) {
    var words = new EntryWords(visit.words(), register.lifeCycle());
    var blocks = new ArrayList<Block>();
    register
        .lifeCycle()
        .protocol()
        .byStage()
        .forEach((stage, gates) ->
            blocks.add(
                new Block(
                    stage.key(),
                    words.stage(stage),
                    gates.stream().map(gate -> told(visit, gate)).toList())));
    Page page =
        visit
            .page(visit.say("algorithms.protocol.title"))
            .under(Link.to(visit.say("algorithms.title"), "/algorithms"));
    return pages.show("algorithms/protocol", page, new ProtocolPage(blocks));
  }

  private static Fact told(Visit visit, Gate gate) {
    return Fact.of(
        gate.title().in(visit.language()),
        gate.explanation().in(visit.language())
            + " "
            + visit.say(
                "algorithms.protocol.signs", gate.signer().label(visit.words()), gate.law()));
  }

  /// What the list is narrowed to, as a query.
  static String encoded(String name, String value) {
    return value.isEmpty()
        ? ""
        : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&";
  }
}
