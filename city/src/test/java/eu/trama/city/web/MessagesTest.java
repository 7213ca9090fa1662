package eu.trama.city.web;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Nothing is left unsaid in any language, and nothing is said that no page uses.
class MessagesTest {

  /// `say("key"` names a message; `say("prefix." +` names every message below the prefix.
  private static final Pattern USE = Pattern.compile("\\bsay\\(\\s*\"([^\"]+)\"(\\s*\\+)?");

  private static final Path SOURCES = Path.of(System.getProperty("trama.root"), "city/src/main");

  private final Messages messages = Messages.load();

  @ParameterizedTest
  @EnumSource
  void everyLanguageSaysTheSameThings(Language language) {
    assertThat(messages.keys(language)).isEqualTo(messages.keys(Language.CATALAN)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyLanguageTakesTheSameValues(Language language) {
    assertThat(messages.keys(language))
        .allSatisfy(key ->
            assertThat(messages.arity(language, key))
                .as(key)
                .isEqualTo(messages.arity(Language.CATALAN, key)));
  }

  @Test
  void everyMessageThatAPageAsksForExists() throws IOException {
    var known = messages.keys(Language.CATALAN);
    assertThat(uses())
        .isNotEmpty()
        .allSatisfy(use ->
            assertThat(known)
                .as("messages for %s", use)
                .anyMatch(k -> use.prefix() ? k.startsWith(use.key()) : k.equals(use.key())));
  }

  @Test
  void everyMessageIsUsed() throws IOException {
    var uses = uses();
    assertThat(messages.keys(Language.CATALAN))
        .allSatisfy(key ->
            assertThat(uses)
                .as("uses of %s", key)
                .anyMatch(u -> u.prefix() ? key.startsWith(u.key()) : key.equals(u.key())));
  }

  @Test
  void anUnknownKeyIsABug() {
    var words = messages.in(Language.ENGLISH);
    assertThatThrownBy(() -> words.say("web.no.such.message"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("web.no.such.message");
  }

  private record Use(String key, boolean prefix) implements Comparable<Use> {
    @Override
    public int compareTo(Use other) {
      return key.compareTo(other.key);
    }
  }

  private static Set<Use> uses() throws IOException {
    try (var files = Files.walk(SOURCES)) {
      return files
          .filter(f -> f.toString().endsWith(".java") || f.toString().endsWith(".jte"))
          .flatMap(f -> USE.matcher(read(f)).results())
          .map(r -> new Use(r.group(1), r.group(2) != null))
          .collect(toCollection(TreeSet::new));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).replaceAll("(?m)^\\s*///.*$", "");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
