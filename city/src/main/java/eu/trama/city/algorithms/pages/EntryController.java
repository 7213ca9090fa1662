package eu.trama.city.algorithms.pages;

import eu.trama.city.algorithms.decisions.Confirmings;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.RecordField;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.algorithms.stages.World;
import eu.trama.city.identity.Role;
import eu.trama.city.web.Link;
import eu.trama.city.web.Page;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// The page of one system.
@Controller
class EntryController {

  private final Pages pages;
  private final Register register;
  private final RegisterEntries entries;
  private final EntryTables tables;
  private final NextSteps next;
  private final Confirmings figures;

  EntryController(
      Pages pages,
      Register register,
      RegisterEntries entries,
      EntryTables tables,
      NextSteps next,
      Confirmings figures) {
    this.pages = pages;
    this.register = register;
    this.entries = entries;
    this.tables = tables;
    this.next = next;
    this.figures = figures;
  }

  @GetMapping("/algorithms/{id}")
  View entry(Visit visit, @PathVariable("id") String id) {
    return show(visit, entries.require(id), List.of());
  }

  /// The page with what went wrong on it.
  View show(Visit visit, Entry entry, List<FormError> errors) {
    var words = entries.words(visit);
    Fact name = words.fact(entry.shown(), RecordField.NAME);
    World world = register.world(entry.id());
    var model =
        new EntryPage(
            "/algorithms/" + entry.id(),
            words.fact(entry.shown(), RecordField.SUMMARY).value(),
            name.lang(),
            words.tags(entry),
            warning(words, entry, world),
            errors,
            blocks(words, entry),
            tables.gates(words, entry, world),
            EntryTables.events(words, entry),
            more(visit, entry, world),
            files(visit, entry),
            staff(visit, words, entry, world));
    Page page =
        visit
            .page(name.value())
            .in("algorithms")
            .under(Link.to(visit.say("algorithms.title"), "/algorithms"));
    return pages.show("algorithms/entry", page, model);
  }

  /// Why it may not be used now. A system about areas needs no leave, only its entry.
  private String warning(EntryWords words, Entry entry, World world) {
    if (!entry.dossier().people() && entry.dossier().suspension().isEmpty()) {
      return words.words().say("algorithms.areas.note");
    }
    return register
        .lifeCycle()
        .mayRun(entry.dossier(), entry.dossier().version(), world)
        .map(refusal -> words.words().say("algorithms.not.now", words.refusal(refusal)))
        .orElse("");
  }

  private static List<Block> blocks(EntryWords words, Entry entry) {
    var blocks = new ArrayList<Block>();
    for (RecordPart part : RecordPart.values()) {
      List<Fact> facts =
          part.fields().stream()
              .map(field -> words.fact(entry.shown(), field))
              .filter(fact -> !fact.value().isEmpty())
              .toList();
      if (!facts.isEmpty()) {
        blocks.add(
            new Block(part.key(), words.words().say("algorithms.part." + part.key()), facts));
      }
    }
    var code = new ArrayList<Fact>();
    code.add(
        Fact.of(
            words.words().say("algorithms.origin"),
            words.words().say("algorithms.origin." + entry.dossier().origin().key())));
    if (!entry.dossier().version().isEmpty()) {
      code.add(Fact.of(words.words().say("algorithms.version"), entry.versionLabel()));
      code.add(Fact.of(words.words().say("algorithms.code-hash"), entry.dossier().version()));
    }
    blocks.add(new Block("code", words.words().say("algorithms.part.code"), code));
    return blocks;
  }

  /// Other pages about the system, for everybody.
  private List<Link> more(Visit visit, Entry entry, World world) {
    var links = new ArrayList<Link>();
    if (world.evidence().containsKey("screening")) {
      links.add(Link.to(visit.say("algorithms.more.screening"), way(entry) + "/screening"));
    }
    links.add(Link.to(visit.say("algorithms.more.studies"), way(entry) + "/studies"));
    if (figures.of(entry.id())) {
      links.add(Link.to(visit.say("algorithms.more.decisions"), way(entry) + "/decisions"));
    }
    return links;
  }

  private static String way(Entry entry) {
    return "/algorithms/" + entry.id();
  }

  private static List<Link> files(Visit visit, Entry entry) {
    String lang = "?id=" + entry.id() + "&lang=" + visit.language().tag();
    return List.of(
        Link.to(visit.say("algorithms.file.dutch"), "/algorithms/standards/dutch.json" + lang),
        Link.to(visit.say("algorithms.file.atrs"), "/algorithms/standards/atrs.json" + lang));
  }

  private EntryPage.Staff staff(Visit visit, EntryWords words, Entry entry, World world) {
    if (!entries.staff()) {
      return EntryPage.Staff.NONE;
    }
    boolean keeper = entries.is(Role.PROCUREMENT, Role.PLANNER);
    var links = new ArrayList<Link>();
    if (keeper) {
      links.add(Link.to(visit.say("algorithms.edit"), "/algorithms/" + entry.id() + "/edit"));
    }
    if (entries.is(Role.PROCUREMENT, Role.PLANNER, Role.AUDITOR)) {
      links.add(
          Link.to(visit.say("algorithms.oversight"), "/algorithms/" + entry.id() + "/oversight"));
    }
    List<Field.Option> ways =
        register
            .lifeCycle()
            .protocol()
            .from(entry.dossier().stage(), entry.dossier().origin())
            .stream()
            .map(way -> Field.Option.of(way.to().key(), words.stage(way.to())))
            .toList();
    List<Field> stages =
        keeper && !ways.isEmpty()
            ? List.of(
                Field.of("to", Field.Kind.SELECT, visit.say("algorithms.advance.to")).options(ways))
            : List.of();
    List<Field> version =
        keeper
            ? Arrays.asList(
                Field.of("label", Field.Kind.TEXT, visit.say("algorithms.version")),
                Field.of("hash", Field.Kind.TEXT, visit.say("algorithms.code-hash"))
                    .hint(visit.say("algorithms.code-hash.hint")))
            : List.of();
    return new EntryPage.Staff(links, next.of(words, entry, world), keeper, stages, version);
  }
}
