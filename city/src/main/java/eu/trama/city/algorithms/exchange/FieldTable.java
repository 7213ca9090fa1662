package eu.trama.city.algorithms.exchange;

import eu.trama.city.algorithms.Texts;
import eu.trama.city.algorithms.register.AlgorithmRecord;
import eu.trama.city.algorithms.register.RecordField;
import eu.trama.city.twin.Finding;
import eu.trama.city.web.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The attributes of a standard and where each stands in a record. Those that a record has no field
/// for are kept beside it, under the standard's name, so that they go out as they came in.
///
/// @param standard key of the standard
record FieldTable(String standard, List<Attribute> attributes) {

  private static final int LONGEST = 20_000;
  private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");

  /// @param field none for what is kept beside the record
  record Attribute(String name, Optional<RecordField> field, boolean required) {

    static Attribute of(String name, RecordField field) {
      return new Attribute(name, Optional.of(field), field.required());
    }

    static Attribute beside(String name) {
      return new Attribute(name, Optional.empty(), false);
    }
  }

  Map<String, Object> write(AlgorithmRecord record, Language language) {
    var object = new LinkedHashMap<String, Object>();
    for (Attribute each : attributes) {
      String text =
          each.field()
              .map(field -> record.in(field, language))
              .orElseGet(() -> record.extra().getOrDefault(key(each), ""));
      if (!text.isEmpty()) {
        boolean links = each.field().filter(f -> f.kind() == RecordField.Kind.LINKS).isPresent();
        object.put(each.name(), links ? links(text) : text);
      }
    }
    return object;
  }

  /// @param tag language in which the texts are
  /// @param computed attributes that are known and not taken
  Read read(JsonNode object, String tag, Set<String> computed, int number) {
    var findings = new ArrayList<Finding>();
    var fields = new TreeMap<RecordField, Texts>();
    var extra = new TreeMap<String, String>();
    for (Attribute each : attributes) {
      String text = text(object.path(each.name()));
      if (text.length() > LONGEST) {
        findings.add(
            finding("text-too-long", number, each.name(), text, "Write at most 20,000 letters."));
      } else if (!text.isBlank()) {
        each.field()
            .ifPresentOrElse(
                field ->
                    fields.put(field, Texts.of(field.inLanguages() ? tag : RecordField.ANY, text)),
                () -> extra.put(key(each), text));
      } else if (each.required()) {
        findings.add(
            finding(
                "field-missing",
                number,
                each.name(),
                "",
                "Fill it in before the entry is published."));
      }
    }
    for (Map.Entry<String, JsonNode> each : object.properties()) {
      boolean known =
          computed.contains(each.getKey())
              || attributes.stream().anyMatch(a -> a.name().equals(each.getKey()));
      if (!known) {
        findings.add(
            finding(
                "field-unknown",
                number,
                each.getKey(),
                text(each.getValue()),
                "The standard has no such field; it was left out."));
      }
    }
    return new Read(new AlgorithmRecord(fields, extra), findings);
  }

  record Read(AlgorithmRecord record, List<Finding> findings) {}

  Finding finding(String code, int number, String field, String value, String advice) {
    return Finding.warning(code, standard, number, field, value, advice);
  }

  private String key(Attribute attribute) {
    return standard + "." + attribute.name();
  }

  /// Lists become lines, and so do lists of titles with links.
  private static String text(JsonNode value) {
    if (value.isArray()) {
      var lines = new ArrayList<String>();
      value.forEach(each -> lines.add(each.isObject() ? titled(each) : each.asString("")));
      return String.join("\n", lines);
    }
    return value.isObject() ? value.toString() : value.asString("");
  }

  private static String titled(JsonNode each) {
    return each.path("title").asString("") + " | " + each.path("link").asString("");
  }

  private static List<Map<String, String>> links(String lines) {
    return lines
        .lines()
        .map(line -> {
          String[] parts = BAR.split(line, 2);
          var link = new LinkedHashMap<String, String>();
          link.put("title", parts[0]);
          link.put("link", parts.length > 1 ? parts[1] : "");
          return (Map<String, String>) link;
        })
        .toList();
  }
}
