package eu.trama.city.algorithms.register;

import eu.trama.city.algorithms.Texts;
import eu.trama.city.twin.Digest;
import eu.trama.city.twin.Json;
import eu.trama.city.web.Language;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What the register says of one system.
///
/// @param fields what was written; a field that is absent was not
/// @param extra what another register's standard says beyond that, kept so that it goes out again
public record AlgorithmRecord(Map<RecordField, Texts> fields, Map<String, String> extra) {

  public static final AlgorithmRecord EMPTY = new AlgorithmRecord(Map.of(), Map.of());

  public AlgorithmRecord {
    var kept = new EnumMap<RecordField, Texts>(RecordField.class);
    fields.forEach((field, texts) -> {
      if (!texts.isEmpty()) {
        kept.put(field, texts);
      }
    });
    fields = Collections.unmodifiableMap(kept);
    extra = Collections.unmodifiableMap(new TreeMap<>(extra));
  }

  public Texts texts(RecordField field) {
    return fields.getOrDefault(field, Texts.NONE);
  }

  /// What stands in a field without languages; empty where nothing does.
  public String plain(RecordField field) {
    return texts(field).byTag().getOrDefault(RecordField.ANY, "");
  }

  /// For a reader of that language.
  public String in(RecordField field, Language language) {
    return field.inLanguages() ? texts(field).in(language) : plain(field);
  }

  public String name(Language language) {
    return in(RecordField.NAME, language);
  }

  public AlgorithmRecord with(RecordField field, Texts texts) {
    var more = new EnumMap<RecordField, Texts>(RecordField.class);
    more.putAll(fields);
    more.put(field, texts);
    return new AlgorithmRecord(more, extra);
  }

  public AlgorithmRecord with(RecordField field, String plain) {
    return with(field, Texts.of(RecordField.ANY, plain));
  }

  /// Required fields in which nothing stands.
  public List<RecordField> missing() {
    return Arrays.stream(RecordField.values())
        .filter(f -> f.required() && texts(f).isEmpty())
        .toList();
  }

  public String json() {
    var texts = new TreeMap<String, Map<String, String>>();
    fields.forEach((field, each) -> texts.put(field.key(), each.byTag()));
    return Json.write(Map.of("fields", texts, "extra", extra));
  }

  public String hash() {
    return Digest.hex(json());
  }

  /// What [#json] wrote.
  public static AlgorithmRecord ofJson(String json) {
    JsonNode all = Json.read(json);
    var fields = new EnumMap<RecordField, Texts>(RecordField.class);
    all.path("fields")
        .properties()
        .forEach(each ->
            RecordField.ofKey(each.getKey())
                .ifPresent(field -> fields.put(field, new Texts(texts(each.getValue())))));
    return new AlgorithmRecord(fields, texts(all.path("extra")));
  }

  private static Map<String, String> texts(JsonNode object) {
    var texts = new TreeMap<String, String>();
    object.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asString()));
    return texts;
  }
}
