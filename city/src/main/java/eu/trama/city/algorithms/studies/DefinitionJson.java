package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.Texts;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Findings;
import eu.trama.city.web.Language;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// The parts of a JSON file as readers of definitions and answers need them, within bounds.
final class DefinitionJson {

  static final int LARGEST = 4_000_000;
  private static final int DEEPEST = 40;
  private static final int LONGEST_TEXT = 20_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(1_000_000)
                          .maxNumberLength(30)
                          .build())
                  .build())
          .build();

  /// What begins a new line when it is shown.
  private static final Pattern BLOCK =
      Pattern.compile("(?i)</?(?:p|h[1-6]|div|ul|ol|li|br)(?:[\\s/][^<>]{0,2000})?>");

  private static final Pattern TAG = Pattern.compile("<[^<>]{0,2000}>");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0&&[^\n]]+");
  private static final Pattern LINES = Pattern.compile(" ?\n[ \n]*");

  private static final Map<String, String> ENTITIES =
      Map.of("&nbsp;", " ", "&quot;", "\"", "&#39;", "'", "&lt;", "<", "&gt;", ">", "&rsquo;", "’");

  private final String name;
  private final boolean everyLanguage;
  private final Findings findings;
  private final Map<String, String> references = new LinkedHashMap<>();
  private final Map<Language, Integer> missing = new EnumMap<>(Language.class);

  DefinitionJson(String name, boolean everyLanguage, Findings findings) {
    this.name = name;
    this.everyLanguage = everyLanguage;
    this.findings = findings;
  }

  /// The outermost object; an empty one where there is none.
  JsonNode read(String text) {
    JsonNode nothing = JsonNodeFactory.instance.objectNode();
    if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
      wrong("too-large", "", text.length() + " characters", "Give at most 4 MB.");
      return nothing;
    }
    try {
      JsonNode root = MAPPER.readTree(text);
      if (root != null && root.isObject()) {
        return root;
      }
      wrong("not-an-object", "", "", "Give one JSON object.");
    } catch (JacksonException e) {
      wrong("json-syntax", "", e.getOriginalMessage(), "Give well-formed JSON.");
    }
    return nothing;
  }

  void wrong(String code, String field, String value, String advice) {
    findings.accept(Finding.error(code, name, 0, field, value, advice));
  }

  void warn(String code, String field, String value, String advice) {
    findings.accept(Finding.warning(code, name, 0, field, value, advice));
  }

  /// A text, or one in several languages. Markup is taken out: pages show plain texts, and a
  /// paragraph of theirs is a line here.
  Texts told(String at, JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return Texts.NONE;
    }
    if (node.isString()) {
      var told = Texts.everywhere(plain(at, node.asString()));
      if (everyLanguage) {
        wrong("missing-language", at, node.asString(), "Say it in ca, es, en and it.");
      }
      missed(told);
      return told;
    }
    var byTag = new TreeMap<String, String>();
    node.properties().forEach(e -> byTag.put(e.getKey(), plain(at, e.getValue().asString(""))));
    var told = new Texts(byTag);
    if (everyLanguage) {
      for (Language missing : told.missing()) {
        wrong("missing-language", at, missing.tag(), "Say it in this language as well.");
      }
    }
    missed(told);
    return told;
  }

  private void missed(Texts told) {
    if (told.isEmpty()) {
      return;
    }
    for (Language language : told.missing()) {
      // Without a language SurveyJS means English.
      if (language != Language.ENGLISH || !told.byTag().containsKey(Texts.DEFAULT)) {
        missing.merge(language, 1, Integer::sum);
      }
    }
  }

  /// Tells once of each language of the pages what a definition from elsewhere does not say in it.
  void warnOfLanguages() {
    if (!everyLanguage) {
      missing.forEach((language, texts) ->
          warn(
              "language-missing",
              "",
              language.tag(),
              texts + " texts are not said in it: the definition's own language is shown."));
    }
  }

  private String plain(String at, String text) {
    if (text.length() > LONGEST_TEXT) {
      wrong("too-long", at, text, "Give at most " + LONGEST_TEXT + " characters.");
      return "";
    }
    String lines = SPACE.matcher(text.replace('\n', ' ')).replaceAll(" ");
    if (text.indexOf('<') >= 0) {
      lines = TAG.matcher(BLOCK.matcher(lines).replaceAll("\n")).replaceAll(" ");
    }
    for (var entity : ENTITIES.entrySet()) {
      lines = lines.replace(entity.getKey(), entity.getValue());
    }
    String spoken = SPACE.matcher(lines.replace("&amp;", "&")).replaceAll(" ");
    return LINES.matcher(spoken).replaceAll("\n").strip();
  }

  /// When something is shown.
  Condition condition(String at, JsonNode node) {
    String expression = node.path("visibleIf").asString("");
    if (expression.isBlank() && !node.path("visible").asBoolean(true)) {
      return new Condition.Not(new Condition.Always());
    }
    try {
      var condition = ConditionReader.read(expression);
      remember(condition, at + ".visibleIf");
      return condition;
    } catch (ConditionReader.NotRead e) {
      wrong(
          "condition",
          at + ".visibleIf",
          expression,
          "Not understood: " + e.getMessage() + ". docs/algorithms-studies.md says what is.");
      return new Condition.Always();
    }
  }

  private void remember(Condition condition, String at) {
    switch (condition) {
      case Condition.Always always -> {}
      case Condition.All all -> all.parts().forEach(p -> remember(p, at));
      case Condition.Any any -> any.parts().forEach(p -> remember(p, at));
      case Condition.Not not -> remember(not.part(), at);
      case Condition.Answered answered -> remember(answered.operand(), at);
      case Condition.Compared compared -> {
        remember(compared.left(), at);
        remember(compared.right(), at);
      }
    }
  }

  private void remember(Condition.Operand operand, String at) {
    if (operand instanceof Condition.Operand.Answer(String question)) {
      references.putIfAbsent(question, at);
    }
  }

  /// The questions that conditions name, with the first place of each.
  Map<String, String> references() {
    return references;
  }
}
