package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.studies.Questionnaire.Element;
import eu.trama.city.algorithms.studies.Questionnaire.Kind;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Findings;
import eu.trama.city.twin.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// The file in which Canada's Algorithmic Impact Assessment keeps answers: `version` of the tool,
/// `currentPage`, `data` by the names of questions, and `translationsOnResult`, French texts of
/// what was answered in English. The last are not kept here: an answer is in the language in which
/// it was given.
///
/// That tool counts only pages that are shown, from 0, and not a first page that only greets.
///
/// @param page the page of the definition on which the person was, from 0
public record AnswerFile(int page, Answers answers) {

  private static final int LONGEST_ANSWER = 10_000;
  private static final int MOST_ANSWERS = 2_000;

  /// @param findings gets what was left out
  /// @throws BadInput when an answer does not fit its question, or it is no such file
  public static AnswerFile read(
      String text, String name, Questionnaire questionnaire, Findings findings) {
    var json = new DefinitionJson(name, false, findings);
    JsonNode root = json.read(text);
    JsonNode data = root.path("data");
    if (data.isString()) {
      data = json.read(data.asString());
    }
    if (!findings.hasErrors() && !data.isObject()) {
      json.wrong(
          "no-answers", "data", "", "Give an answer file: an object with currentPage and data.");
    }
    if (data.size() > MOST_ANSWERS) {
      json.wrong(
          "too-many", "data", "" + data.size(), "Give at most " + MOST_ANSWERS + " answers.");
    }
    var answers = new TreeMap<String, Value>();
    if (!findings.hasErrors()) {
      for (var entry : data.properties()) {
        var question = OldAnswers.question(questionnaire, entry.getKey());
        if (question.isEmpty()) {
          json.warn(
              "unknown-question",
              "data",
              entry.getKey(),
              "This questionnaire does not ask it; the answer was left out.");
        } else if (!entry.getValue().isNull()) {
          value(json, question.get(), entry.getValue())
              .ifPresent(v -> answers.put(question.get().name(), v));
        }
      }
    }
    if (findings.hasErrors()) {
      throw new BadInput(findings.kept());
    }
    passedOver(json, root, questionnaire);
    var read = new Answers(answers);
    var counted = counted(questionnaire, read);
    int page = root.path("currentPage").asInt(0);
    return new AnswerFile(
        counted.isEmpty() ? 0 : counted.get(Math.clamp(page, 0, counted.size() - 1)), read);
  }

  /// Tells what of the file has no place here, or was made for other questions.
  private static void passedOver(DefinitionJson json, JsonNode root, Questionnaire questionnaire) {
    String version = bare(root.path("version").asString(""));
    if (!version.isEmpty() && !version.equals(bare(questionnaire.version()))) {
      json.warn(
          "other-version",
          "version",
          version,
          "The questions here are of version "
              + questionnaire.version()
              + ": look at each answer.");
    }
    if (!root.path("translationsOnResult").isEmpty()) {
      json.warn(
          "translations-left-out",
          "translationsOnResult",
          "" + root.path("translationsOnResult").size(),
          "Answers are kept in the language in which they were given.");
    }
  }

  /// The tool writes `v1.0.1`, `v.0.8` or `1.0.1`.
  private static String bare(String version) {
    return version.strip().replaceFirst("^[vV]\\.?", "");
  }

  /// The pages of the definition that the tool counts with these answers, in order.
  private static List<Integer> counted(Questionnaire questionnaire, Answers answers) {
    var sections = questionnaire.sections();
    return IntStream.range(questionnaire.startPage() ? 1 : 0, sections.size())
        .filter(i -> answers.shows(sections.get(i)))
        .boxed()
        .toList();
  }

  private static Optional<Value> value(DefinitionJson json, Element question, JsonNode node) {
    var texts = new ArrayList<String>();
    if (node.isArray()) {
      node.forEach(each -> texts.add(each.isValueNode() ? each.asString() : ""));
    } else {
      texts.add(node.isValueNode() ? node.asString() : "");
    }
    return value(
        json,
        question,
        texts.stream().map(t -> OldAnswers.value(question, t)).toList(),
        node.isArray());
  }

  private static Optional<Value> value(
      DefinitionJson json, Element question, List<String> texts, boolean several) {
    String at = "data." + question.name();
    boolean choice = !question.choices().isEmpty();
    if (several != (question.kind() == Kind.CHECKBOX)) {
      json.wrong(
          "answer-form",
          at,
          texts.toString(),
          several ? "Give one answer here." : "Give a list of answers here.");
      return Optional.empty();
    }
    for (String text : texts) {
      if (text.length() > LONGEST_ANSWER) {
        json.wrong("answer-long", at, text, "Give at most " + LONGEST_ANSWER + " characters.");
        return Optional.empty();
      }
      if (choice && question.choice(text).isEmpty()) {
        json.wrong(
            "unknown-choice", at, text, "This version of the questionnaire has no such answer.");
        return Optional.empty();
      }
    }
    var distinct = texts.stream().distinct().toList();
    return Optional.of(several ? Value.of(distinct) : Value.of(texts.getFirst()));
  }

  /// As the original tool saves and loads it.
  public String write(Questionnaire questionnaire) {
    var before = counted(questionnaire, answers).stream().filter(counted -> counted < page).count();
    var file = new LinkedHashMap<String, Object>();
    file.put("version", questionnaire.version());
    file.put("currentPage", before);
    file.put("data", plain(answers));
    file.put("translationsOnResult", Map.of());
    return Json.writeReadable(file);
  }

  /// Answers as JSON knows them: texts and lists of texts, by question in order.
  static Map<String, Object> plain(Answers answers) {
    var plain = new TreeMap<String, Object>();
    answers
        .byQuestion()
        .forEach((question, value) ->
            plain.put(
                question,
                value instanceof Value.Several several
                    ? several.values().stream().map(Value::text).toList()
                    : value.text()));
    return plain;
  }
}
