package eu.trama.city;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The documents name commands, settings, scripts and tests that exist, and docs/operate.md names
/// every setting that there is.
class OperatingTest {

  private static final Path ROOT = Path.of(requireNonNull(System.getProperty("trama.root")));
  private static final Pattern COMMAND = Pattern.compile("\\./trama ([a-z]+)");

  /// A setting, and the endings that a table names after it: `TRAMA_RATES_READ`, `_WRITE`.
  private static final Pattern SETTING =
      Pattern.compile("TRAMA(?:_[A-Z0-9]+)+|(?<=`)_[A-Z0-9_]+(?=`)");

  private static final Pattern SCRIPT = Pattern.compile("(?<![\\w.])(deploy/[\\w.-]*\\w)");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

  /// A record of settings: its prefix and its components.
  private static final Pattern SETTINGS =
      Pattern.compile(
          "@ConfigurationProperties\\(\"([^\"]+)\"\\)\\s+(?:public )?record \\w+\\(([^{]*)\\)\\s*\\{");

  private static final Pattern COMPONENT = Pattern.compile("(\\w+)\\s*(?:,|$)");

  private static final Pattern OF_PROVIDER =
      Pattern.compile("value\\(lookup, \"((?!TRAMA)[A-Z_]+)\"");

  /// Where real files for tests are.
  private static final String OF_CONTRIBUTORS = "TRAMADATA";

  /// Of the launcher itself.
  private static final Set<String> LAUNCHER = Set.of("test", "sbom");

  @Test
  void everyCommandExists() throws IOException {
    var known = new TreeSet<>(Shell.commandLine(Trama.commands()).getSubcommands().keySet());
    known.addAll(LAUNCHER);
    assertThat(found(COMMAND, documents()).map(each -> each.group(1)).toList())
        .contains("up", "backup", "restore", "import", "sbom")
        .isSubsetOf(known);
  }

  @Test
  void everyScriptAndTestExists() throws IOException {
    String tests =
        String.join(" ", paths(ROOT.resolve("city/src/test/java"), ".java"))
            + String.join(" ", paths(ROOT.resolve("engines"), ".java"));
    String operate = Files.readString(ROOT.resolve("docs/operate.md"));
    assertThat(found(SCRIPT, operate).map(each -> each.group(1)).toList())
        .contains("deploy/restore-drill")
        .allSatisfy(script -> assertThat(ROOT.resolve(script)).exists());
    assertThat(found(TEST, operate).map(each -> "/" + each.group(1) + ".java").toList())
        .isNotEmpty()
        .allSatisfy(test -> assertThat(tests).contains(test));
  }

  @Test
  void everySettingThatIsNamedExists() throws IOException {
    var known = new TreeSet<>(existing());
    // What a test of an engine looks for, such as a compiler.
    for (String file : paths(ROOT.resolve("engines"), ".java")) {
      known.addAll(settings(Files.readString(Path.of(file))));
    }
    assertThat(settings(documents())).isSubsetOf(known);
  }

  @Test
  void everySettingStandsInItsDocument() throws IOException {
    Set<String> missing = existing();
    missing.removeAll(settings(Files.readString(ROOT.resolve("docs/operate.md"))));
    assertThat(missing).isSubsetOf(OF_CONTRIBUTORS);
  }

  /// As the launcher, the program and its records of settings have them.
  private static Set<String> existing() throws IOException {
    var all = new StringBuilder(Files.readString(ROOT.resolve("trama")));
    for (String file : paths(ROOT.resolve("city/src/main"), ".java", ".yaml")) {
      all.append(Files.readString(Path.of(file)));
    }
    Set<String> existing = settings(all.toString());
    found(SETTINGS, all.toString())
        .forEach(record ->
            found(COMPONENT, record.group(2))
                .forEach(each -> existing.add(plain(record.group(1) + each.group(1)))));
    // Read one by one under a prefix.
    existing.remove("TRAMAOIDC");
    found(OF_PROVIDER, all.toString())
        .forEach(each -> existing.add(plain("TRAMA_OIDC_" + each.group(1))));
    assertThat(existing).contains("TRAMAHOME", "TRAMARATESSIGNIN", "TRAMAWEBMAXBODY");
    return existing;
  }

  /// Without what divides words: Spring takes `MAX_BODY` and `MAXBODY`.
  private static String plain(String name) {
    String text = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    return switch (text) {
      // application.yaml fills these from shorter names.
      case "TRAMAOPERATIONSPROXIES" -> "TRAMAPROXIES";
      case "TRAMAOPERATIONSMETRICSTOKEN" -> "TRAMAMETRICSTOKEN";
      default -> text;
    };
  }

  private static Set<String> settings(String text) {
    var names = new TreeSet<String>();
    String last = "";
    for (MatchResult each : found(SETTING, text).toList()) {
      boolean ending = each.group().startsWith("_");
      last = ending ? last.replaceAll("_[A-Z0-9]+$", "") + each.group() : each.group();
      names.add(plain(last));
    }
    return names;
  }

  private static String documents() throws IOException {
    var all = new StringBuilder(Files.readString(ROOT.resolve("README.md")));
    for (String file : paths(ROOT.resolve("docs"), ".md")) {
      all.append(Files.readString(Path.of(file)));
    }
    return all.toString();
  }

  private static Set<String> paths(Path folder, String... endings) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .map(Path::toString)
          .filter(each -> Set.of(endings).stream().anyMatch(each::endsWith))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Stream<MatchResult> found(Pattern pattern, String text) {
    return pattern.matcher(text).results();
  }
}
