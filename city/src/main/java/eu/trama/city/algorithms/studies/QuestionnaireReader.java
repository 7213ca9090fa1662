package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.Texts;
import eu.trama.city.algorithms.studies.Questionnaire.Counts;
import eu.trama.city.algorithms.studies.Questionnaire.Element;
import eu.trama.city.algorithms.studies.Questionnaire.Kind;
import eu.trama.city.algorithms.studies.Questionnaire.Section;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Digest;
import eu.trama.city.twin.Findings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads a questionnaire from a SurveyJS definition, as Canada's Algorithmic Impact Assessment
/// publishes its own. What would change a score if it were passed over is refused.
public final class QuestionnaireReader {

  private static final int MOST_ELEMENTS = 2_000;
  private static final int MOST_PAGES = 200;

  /// What SurveyJS can do with a question and this reader cannot.
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "choicesByUrl",
          "choicesFromQuestion",
          "choicesVisibleIf",
          "choicesEnableIf",
          "enableIf",
          "requiredIf",
          "hasOther",
          "showOtherItem",
          "hasNone",
          "showNoneItem",
          "valueName",
          "valuePropertyName",
          "defaultValue",
          "defaultValueExpression",
          "setValueExpression",
          "resetValueIf",
          "clearIfInvisible");

  /// Parameters and places of the form itself.
  private static final Set<String> TAKEN = Set.of("go", "_csrf", "main", "errors");

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.:-]{0,99}");

  private final DefinitionJson json;
  private final ChoiceReader choices;
  private final Set<String> names = new HashSet<>();
  private int elements;

  private QuestionnaireReader(DefinitionJson json) {
    this.json = json;
    this.choices = new ChoiceReader(json);
  }

  /// @param name of the questionnaire where the definition gives none
  /// @param warnings gets what was passed over
  /// @param everyLanguage whether a text that lacks a language of the pages is a fault
  /// @throws BadInput with all that is wrong, when anything is
  public static Questionnaire read(
      String text, String name, boolean everyLanguage, Findings warnings) {
    var json = new DefinitionJson(name, everyLanguage, warnings);
    var read = new QuestionnaireReader(json).questionnaire(json.read(text), name, Digest.hex(text));
    if (warnings.hasErrors()) {
      throw new BadInput(warnings.kept());
    }
    return read;
  }

  private Questionnaire questionnaire(JsonNode root, String name, String hash) {
    for (String property : List.of("triggers", "calculatedValues")) {
      if (root.has(property)) {
        json.wrong(
            "unsupported", property, "", "Remove it: its effect on scores is not known here.");
      }
    }
    String clear = root.path("clearInvisibleValues").asString("onComplete");
    if (!clear.equals("onComplete")) {
      json.wrong("unsupported", "clearInvisibleValues", clear, "Only onComplete is known here.");
    }
    var told = json.told("title", root.path("title"));
    var title = told.isEmpty() ? Texts.everywhere(root.path("name").asString(name)) : told;
    var sections = new ArrayList<Section>();
    JsonNode pages = root.path("pages");
    if (pages.size() > MOST_PAGES) {
      json.wrong("too-many", "pages", "" + pages.size(), "Give at most " + MOST_PAGES + ".");
      pages = pages.path("none");
    }
    for (int i = 0; i < pages.size(); i++) {
      sections.add(section(pages.get(i), "pages[" + i + "]", title));
    }
    if (!root.has("pages") && (root.has("elements") || root.has("questions"))) {
      sections.add(section(root, "", title));
    }
    if (elements == 0) {
      json.wrong(
          "no-questions", "pages", "", "Give a SurveyJS definition with pages and questions.");
    }
    checkReferences();
    json.warnOfLanguages();
    return new Questionnaire(
        root.path("name").asString(name),
        root.path("version").asString(hash.substring(0, 8)),
        title,
        json.told("description", root.path("description")),
        root.path("firstPageIsStarted").asBoolean(false),
        sections,
        outcomes(root.path("conclusions")),
        hash);
  }

  private List<Outcome> outcomes(JsonNode list) {
    var outcomes = new ArrayList<Outcome>();
    for (int i = 0; i < Math.min(list.size(), MOST_PAGES); i++) {
      String at = "conclusions[" + i + "]";
      JsonNode node = list.get(i);
      JsonNode atLeast = node.path("atLeast");
      outcomes.add(
          new Outcome(
              node.path("name").asString(""),
              json.condition(at, node),
              atLeast.isObject()
                  ? Optional.of(
                      new Outcome.AtLeast(
                          atLeast.path("question").asString(""), atLeast.path("score").asDouble(0)))
                  : Optional.empty(),
              node.path("passed").asBoolean(false),
              json.told(at + ".title", node.path("title"))));
    }
    return outcomes;
  }

  /// @param otherwise title of the page where it has none of its own
  private Section section(JsonNode page, String at, Texts otherwise) {
    var own = json.condition(at, page);
    var into = new ArrayList<Element>();
    String name = page.path("name").asString("");
    read(page, at, new Around(name, own), into);
    var title = json.told(at + ".title", page.path("title"));
    return new Section(
        name,
        title.isEmpty() ? otherwise : title,
        json.told(at + ".description", page.path("description")),
        own,
        List.copyOf(into));
  }

  /// What stands around an element.
  ///
  /// @param name of the innermost panel or page, whose end may tell what answers count for
  /// @param visible condition of all around together
  private record Around(String name, Condition visible) {
    Condition and(Condition own) {
      return switch (own) {
        case Condition.Always always -> visible;
        default ->
            visible instanceof Condition.Always ? own : new Condition.All(List.of(visible, own));
      };
    }
  }

  private void read(JsonNode container, String at, Around around, List<Element> into) {
    for (String list : List.of("elements", "questions")) {
      JsonNode children = container.path(list);
      for (int i = 0; i < children.size() && elements <= MOST_ELEMENTS; i++) {
        element(children.get(i), at + "." + list + "[" + i + "]", around, into);
      }
    }
  }

  private void element(JsonNode node, String at, Around around, List<Element> into) {
    if (++elements > MOST_ELEMENTS) {
      json.wrong("too-many", at, "" + MOST_ELEMENTS, "Give at most that many questions.");
      return;
    }
    String type = node.path("type").asString("");
    String name = node.path("name").asString("");
    var visible = around.and(json.condition(at, node));
    if (type.equals("panel")) {
      var title = json.told(at + ".title", node.path("title"));
      var hint = json.told(at + ".description", node.path("description"));
      if (!title.isEmpty() || !hint.isEmpty()) {
        into.add(text(name, title, hint, visible));
      }
      read(node, at, new Around(name, visible), into);
      return;
    }
    if (type.equals("html")) {
      into.add(text(name, json.told(at + ".html", node.path("html")), Texts.NONE, visible));
      return;
    }
    var kind = kind(type);
    if (kind.isEmpty()) {
      json.wrong(
          "question-type",
          at + ".type",
          type,
          "Use text, comment, radiogroup, dropdown, checkbox, html or panel.");
      return;
    }
    if (!NAME.matcher(name).matches()
        || TAKEN.contains(name)
        || !names.add(name.toLowerCase(Locale.ROOT))) {
      json.wrong(
          "question-name",
          at + ".name",
          name,
          "Give each question a name of its own, of letters, digits, hyphens and dots; not "
              + String.join(", ", new TreeSet<>(TAKEN))
              + ".");
    }
    for (String property : UNSUPPORTED) {
      if (node.has(property)) {
        json.wrong("unsupported", at + "." + property, name, "This reader does not know it.");
      }
    }
    var title = json.told(at + ".title", node.path("title"));
    into.add(
        new Element(
            name,
            kind.get(),
            title.isEmpty() ? Texts.everywhere(name) : title,
            hint(node, at),
            node.path("law").asString(""),
            node.path("isRequired").asBoolean(false),
            counts(name, around.name()),
            visible,
            node.path("choicesOrder").asString("").equals("asc"),
            choices.read(node.path("choices"), at + ".choices", kind.get())));
  }

  /// The description, else what the Canadian tool calls its help.
  private Texts hint(JsonNode node, String at) {
    var description = json.told(at + ".description", node.path("description"));
    return description.isEmpty() ? json.told(at + ".help", node.path("help")) : description;
  }

  private static Element text(String name, Texts title, Texts hint, Condition visible) {
    return new Element(
        name, Kind.HTML, title, hint, "", false, Counts.NOTHING, visible, false, List.of());
  }

  private static Optional<Kind> kind(String type) {
    for (Kind kind : Kind.values()) {
      if (kind != Kind.HTML && kind.name().toLowerCase(Locale.ROOT).equals(type)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /// By the question's own name, else by that of what is directly around it.
  private static Counts counts(String name, String around) {
    for (String each : List.of(name, around)) {
      if (each.endsWith("-RS")) {
        return Counts.RISK;
      }
      if (each.endsWith("-MS")) {
        return Counts.MITIGATION;
      }
      if (each.endsWith("-NS")) {
        return Counts.NOTHING;
      }
    }
    return Counts.NOTHING;
  }

  private void checkReferences() {
    for (var reference : json.references().entrySet()) {
      if (!names.contains(reference.getKey().toLowerCase(Locale.ROOT))) {
        json.warn(
            "unknown-question",
            reference.getValue(),
            reference.getKey(),
            "No question has this name, so the condition takes it as unanswered.");
      }
    }
  }
}
