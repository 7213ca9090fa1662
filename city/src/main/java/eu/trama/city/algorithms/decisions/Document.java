package eu.trama.city.algorithms.decisions;

import eu.trama.city.algorithms.Conclusion;
import eu.trama.city.algorithms.Conclusion.Change;
import eu.trama.city.algorithms.Conclusion.Reason;
import eu.trama.city.ledger.Commitment;
import eu.trama.city.twin.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// A text to which the ledger commits, with its salt; what is sealed under a person's key.
///
/// @param salt 32 bytes in hexadecimal
/// @param salts of the commitments to single answers, by question
record Document(String text, String salt, Map<String, String> salts) {

  static Document of(Map<String, ?> content, Map<String, String> salts) {
    return new Document(Json.write(content), drawSalt(), salts);
  }

  static String drawSalt() {
    return HexFormat.of().formatHex(Commitment.salt());
  }

  byte[] commitment() {
    return commit(salt, text);
  }

  static byte[] commit(String salt, String text) {
    return Commitment.of(HexFormat.of().parseHex(salt), text.getBytes(StandardCharsets.UTF_8));
  }

  /// What is committed to of one answer.
  static String answer(String question, String answer) {
    return question + "=" + answer;
  }

  byte[] bytes() {
    return Json.write(Map.of("text", text, "salt", salt, "salts", salts))
        .getBytes(StandardCharsets.UTF_8);
  }

  static Document read(byte[] bytes) {
    JsonNode all = Json.read(new String(bytes, StandardCharsets.UTF_8));
    return new Document(
        all.path("text").asString(), all.path("salt").asString(), texts(all.path("salts")));
  }

  JsonNode content() {
    return Json.read(text);
  }

  static Map<String, Object> conclusion(Conclusion conclusion) {
    return Map.of(
        "outcome",
        conclusion.outcome(),
        "reasons",
        conclusion.reasons().stream()
            .map(r -> Map.of("key", r.key(), "values", r.values()))
            .toList(),
        "changes",
        conclusion.changes().stream()
            .map(
                c -> Map.of("question", c.question(), "answer", c.answer(), "outcome", c.outcome()))
            .toList());
  }

  Case.Contents contents() {
    JsonNode content = content();
    var reasons = new ArrayList<Reason>();
    content
        .path("conclusion")
        .path("reasons")
        .forEach(r -> reasons.add(new Reason(r.path("key").asString(), list(r.path("values")))));
    var changes = new ArrayList<Change>();
    content
        .path("conclusion")
        .path("changes")
        .forEach(c ->
            changes.add(
                new Change(
                    c.path("question").asString(),
                    c.path("answer").asString(),
                    c.path("outcome").asString())));
    return new Case.Contents(
        texts(content.path("answers")),
        list(content.path("corrected")),
        List.copyOf(reasons),
        List.copyOf(changes),
        text,
        salt);
  }

  static Map<String, String> texts(JsonNode object) {
    var texts = new TreeMap<String, String>();
    object.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asString()));
    return texts;
  }

  private static List<String> list(JsonNode array) {
    var list = new ArrayList<String>();
    array.forEach(each -> list.add(each.asString()));
    return List.copyOf(list);
  }
}
