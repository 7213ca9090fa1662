package eu.trama.city.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Every sentence of the pages in every [Language], read once from
/// `messages/<module>_<language>.properties` (UTF-8). A key starts with its module's name.
///
/// A key that a language lacks is a bug and throws [IllegalStateException]: nothing blank and no
/// bare key ever reaches a reader.
public final class Messages {

  private final Map<Language, Map<String, MessagePattern>> patterns;

  private Messages(Map<Language, Map<String, MessagePattern>> patterns) {
    this.patterns = patterns;
  }

  /// Reads the bundles of all modules on the class path.
  public static Messages load() {
    var patterns = new EnumMap<Language, Map<String, MessagePattern>>(Language.class);
    var finder = new PathMatchingResourcePatternResolver();
    try {
      for (Language language : Language.values()) {
        var found = new TreeMap<String, MessagePattern>();
        var files = finder.getResources("classpath*:messages/*_" + language.tag() + ".properties");
        for (Resource file : files) {
          read(file, found);
        }
        patterns.put(language, found);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the messages", e);
    }
    return new Messages(patterns);
  }

  private static void read(Resource file, Map<String, MessagePattern> into) throws IOException {
    var filename = String.valueOf(file.getFilename());
    var module = filename.substring(0, filename.indexOf('_'));
    var texts = new Properties();
    try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      texts.load(in);
    }
    for (String key : texts.stringPropertyNames()) {
      if (!key.startsWith(module + ".")) {
        throw new IllegalStateException(filename + ": key " + key + " must start with " + module);
      }
      into.put(key, MessagePattern.parse(texts.getProperty(key)));
    }
  }

  public Set<String> keys(Language language) {
    return languagePatterns(language).keySet();
  }

  public Words in(Language language) {
    return new Words(this, language);
  }

  /// How many values the message takes.
  int arity(Language language, String key) {
    return pattern(language, key).arity();
  }

  String format(Language language, String key, Object... values) {
    var pattern = pattern(language, key);
    if (pattern.arity() > values.length) {
      throw new IllegalStateException(
          "message " + key + " needs " + pattern.arity() + " values, got " + values.length);
    }
    return pattern.format(language.locale(), values);
  }

  private MessagePattern pattern(Language language, String key) {
    var pattern = languagePatterns(language).get(key);
    if (pattern == null) {
      throw new IllegalStateException("no message " + key + " in " + language.tag());
    }
    return pattern;
  }

  private Map<String, MessagePattern> languagePatterns(Language language) {
    return patterns.getOrDefault(language, Map.of());
  }
}
