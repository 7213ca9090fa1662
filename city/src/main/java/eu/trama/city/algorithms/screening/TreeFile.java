package eu.trama.city.algorithms.screening;

import eu.trama.city.algorithms.Texts;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Findings;
import eu.trama.city.web.Language;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// The parts of a YAML file as a [TreeReader] needs them. What is not as it should be becomes a
/// finding that names its place, and something empty takes its place.
final class TreeFile {

  private static final int LARGEST = 1_000_000;
  private static final int DEEPEST = 20;
  private static final int MOST_ALIASES = 0;

  private final String name;
  private final Findings findings;
  private Map<String, Texts> words = Map.of();

  TreeFile(String name, Findings findings) {
    this.name = name;
    this.findings = findings;
  }

  /// The file's outermost entries.
  Map<String, Object> read(String text) {
    var options = new LoaderOptions();
    options.setCodePointLimit(LARGEST);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    options.setAllowDuplicateKeys(false);
    try {
      Object root = new Yaml(new SafeConstructor(options)).load(text);
      return map("", root);
    } catch (YAMLException e) {
      var message = Objects.requireNonNullElse(e.getMessage(), "");
      wrong("yaml", "", message.lines().findFirst().orElse(""), "Give well-formed YAML.");
      return Map.of();
    }
  }

  /// Texts that many answers share, such as «Yes»; `$yes` stands for one.
  void share(Map<String, Texts> shared) {
    words = shared;
  }

  void wrong(String code, String field, String value, String advice) {
    findings.accept(Finding.error(code, name, 0, field, value, advice));
  }

  Map<String, Object> map(String field, @Nullable Object value) {
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof Map<?, ?> map)) {
      wrong("not-a-map", field, value.toString(), "Give names with values here.");
      return Map.of();
    }
    var result = new LinkedHashMap<String, Object>();
    map.forEach((k, v) -> {
      if (k != null && v != null) {
        result.put(k.toString(), v);
      }
    });
    return result;
  }

  List<Object> list(String field, @Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      wrong("not-a-list", field, value.toString(), "Give a list here.");
      return List.of();
    }
    var result = new ArrayList<Object>();
    list.forEach(each -> {
      if (each != null) {
        result.add(each);
      }
    });
    return result;
  }

  List<String> strings(String field, @Nullable Object value) {
    return list(field, value).stream().map(Object::toString).toList();
  }

  String string(String field, @Nullable Object value) {
    if (value == null || value instanceof Map || value instanceof List) {
      wrong("missing", field, "", "Give a text here.");
      return "";
    }
    return value.toString();
  }

  LocalDate date(String field, @Nullable Object value) {
    // YAML 1.1 makes a timestamp of a bare date; the files quote theirs.
    String text = string(field, value);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      wrong("date", field, text, "Give a date in quotes, such as \"2026-08-02\".");
      return LocalDate.EPOCH;
    }
  }

  /// A text in every language, or the name of a shared one.
  Texts told(String field, @Nullable Object value) {
    if (value instanceof String reference && reference.startsWith("$")) {
      var shared = words.get(reference.substring(1));
      if (shared == null) {
        wrong("unknown-word", field, reference, "Define it under ‘words’.");
        return Texts.NONE;
      }
      return shared;
    }
    var byTag = new TreeMap<String, String>();
    map(field, value)
        .forEach((tag, text) -> {
          if (Language.ofTag(tag).isEmpty()) {
            wrong("unknown-language", field, tag, "Use ca, es, en and it.");
          }
          byTag.put(tag, text.toString());
        });
    var told = new Texts(byTag);
    for (Language missing : told.missing()) {
      wrong("missing-language", field, missing.tag(), "Say it in this language as well.");
    }
    return told;
  }

  /// A text that may be left out; where it is there it is in every language.
  Texts optionalText(String field, @Nullable Object value) {
    return value == null ? Texts.NONE : told(field, value);
  }
}
