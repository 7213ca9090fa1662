package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.Texts;
import eu.trama.city.algorithms.studies.Questionnaire.Choice;
import eu.trama.city.algorithms.studies.Questionnaire.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Reads the answers to choose of a question: bare values, or values with a text.
final class ChoiceReader {

  private static final int MOST = 1_000;

  private final DefinitionJson json;

  ChoiceReader(DefinitionJson json) {
    this.json = json;
  }

  List<Choice> read(JsonNode list, String at, Kind kind) {
    if (list.size() > MOST) {
      json.wrong("too-many", at, "" + list.size(), "Give at most " + MOST + " choices.");
      return List.of();
    }
    if (kind.scored() && list.isEmpty()) {
      json.wrong("no-choices", at, "", "Give the answers to choose from.");
    }
    var choices = new ArrayList<Choice>();
    var values = new HashSet<String>();
    for (int i = 0; i < list.size(); i++) {
      String place = at + "[" + i + "]";
      JsonNode node = list.get(i);
      JsonNode value = node.isObject() ? node.path("value") : node;
      if (!value.isString() && !value.isNumber()) {
        json.wrong("choice-value", place, value.toString(), "Give the choice a value.");
        continue;
      }
      var choice = choice(node, value, place);
      if (values.add(choice.value())) {
        choices.add(choice);
      } else if (choice.score() == 0) {
        json.warn(
            "choice-twice",
            place,
            choice.value(),
            "It counts nothing, so the second was left out.");
      } else {
        json.wrong("choice-twice", place, choice.value(), "Give each choice a value of its own.");
      }
    }
    return List.copyOf(choices);
  }

  private Choice choice(JsonNode node, JsonNode value, String place) {
    String text = value.asString();
    var score = ChoiceScore.of(text);
    if (score.isEmpty() && !value.isNumber()) {
      json.wrong("choice-score", place, text, "Write the number after the last hyphen plainly.");
    }
    if (node.has("visibleIf") || node.has("enableIf")) {
      json.wrong("unsupported", place, text, "Choices that come and go are not known here.");
    }
    var told = json.told(place + ".text", node.path("text"));
    return new Choice(
        text,
        told.isEmpty() ? Texts.everywhere(text) : told,
        value.isNumber() ? value.asDouble() : score.orElse(0));
  }
}
